#pragma once

#include <QObject>

class tst_ServerStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsAboutTheServerAreTold_data();
    void statementsAboutTheServerAreTold();
};
