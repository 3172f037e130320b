#pragma once

#include <QObject>

class tst_Age : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatWasEncryptedComesBack_data();
    void whatWasEncryptedComesBack();
    void eachRecipientReadsAlone();
    void stockAgeReadsIt();
    void everyFlipAndCutIsDamage_O03();
    void aWrongKeyIsNoDamage_O03();
    void aProgramThatIsKilledIsNoWrongKey();
    void aFailingDiskEndsIt();
    void aBadPublicKeyIsSaid();
    void stopEndsIt();
    void publicKeysOfASecretOne();
    void secretsThatCannotServe_data();
    void secretsThatCannotServe();
    void withoutAKeyTheStoredBytesAreRead();
};
