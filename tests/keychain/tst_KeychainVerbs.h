#pragma once

#include "tests/keychain/Keyring.h"
#include "tests/support/Desk.h"

#include <QObject>

/// The program itself in sessions with, without and with broken keychains.
class tst_KeychainVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void thePasswordIsStoredProvenUsedAndRemoved();
    void aRefusedPasswordIsNotStored_K07();
    void theSecretKeyProvesEncryptedSets();
    void aKeyThatIsNoneIsRefused();
    void theMailPasswordIsStoredUsedAndRemoved();
    void aPasswordThatNoSchedulerReachesIsFound();
    void withoutASessionBusTheSentenceSaysSo_K01();
    void withoutAServiceTheSentenceSaysSo();
    void aBusThatDeniesIsTold();
    void aServiceThatHangsIsLeftAfterTenSeconds_K04();
    void whatIsLockedIsNeitherReadNorChanged_K02();

private:
    masclet::test::ProgramOutcome run(const QString &line, const QByteArray &input = {}) const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::SessionBus> m_bus;
    std::unique_ptr<masclet::test::Keyring> m_keyring;
    std::unique_ptr<masclet::test::Desk> m_desk;
};
