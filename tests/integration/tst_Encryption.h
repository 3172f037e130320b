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
    void stockToolsOpenIt();
    void nothingIsLeftInPlainText_O04();
    void withoutTheProgramNothingIsMade();
    void allKindsAreEncrypted();

private:
    QString m_key;
    QString m_recipient;
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    QTemporaryDir m_folder{QStringLiteral("/tmp/me-XXXXXX")};
};
