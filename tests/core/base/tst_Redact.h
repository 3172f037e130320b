#pragma once

#include <QObject>

class tst_Redact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsGoAndTheRestStays_data();
    void secretsGoAndTheRestStays();
    void namesOfSecretsAreKnown();
};
