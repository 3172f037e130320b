#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class tst_Encryption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theKeyIsMadeOnceAndForItsOwnerOnly();
    void aMachineWithoutTheSecretWritesAndCannotRead();
    void aKeyThatCannotServeCostsNoBackup();
    void checkingTheProfileTriesTheKeys();
    void theRightKeyProvesAndRestores();
    void aWrongKeyAndADamagedFileAreToldApart_O03();
    void theKeyComesFromASystemdCredential();
    void theKeyOpensWhatIsRestoredAndLookedInto();
    void damageInTheMiddleIsFoundBeforeAnythingIsMade();
    void aToolKilledInTheMiddleIsNoWrongKey_G13_data();
    void aToolKilledInTheMiddleIsNoWrongKey_G13();
    void stockToolsOpenIt();
    void nothingIsLeftInPlainText_O04();
    void withoutTheProgramNothingIsMade();
    void allKindsAreEncrypted();

private:
    QByteArray databases() const;

    QString m_key;
    QString m_other; ///< a key that opens nothing here
    QString m_recipient;
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    QTemporaryDir m_folder{QStringLiteral("/tmp/me-XXXXXX")};
};
