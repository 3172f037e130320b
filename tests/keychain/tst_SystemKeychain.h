#pragma once

#include "tests/keychain/Keyring.h"

#include <QObject>

class tst_SystemKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whatIsStoredComesBackAsItWas_K05_data();
    void whatIsStoredComesBackAsItWas_K05();
    void anEntryIsChangedAndTakenOut();
    void severalThreadsMayAskAtOnce();
    void aServiceThatHangsIsLeftAtTheLimitAndServesAfterwards_K04();
    void aRequestToStopIsFollowedWhileTheServiceHangs();
    void aLockedKeychainIsTold_K02();
    void aWindowThatAsksForThePasswordIsNotWaitedForForEver_K03();
    void theProcessOutlivesItsSessionBus();

private:
    std::unique_ptr<masclet::test::SessionBus> m_bus;
    std::unique_ptr<masclet::test::Keyring> m_keyring;
};
