#pragma once

#include <QObject>

class tst_Facts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreReadOnEveryServer_data();
    void factsAreReadOnEveryServer();
};
