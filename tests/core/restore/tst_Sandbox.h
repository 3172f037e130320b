#pragma once

#include "tests/core/restore/SandboxFixture.h"

#include <QObject>

#include <memory>

class tst_Sandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void startsAnswersAndLeavesNothing();
    void settingsOfTheCallerReachTheServer();
    void worksTheSameForAnOrdinaryUser();
    void hostileSqlStaysInside_data();
    void hostileSqlStaysInside();
    void whatADumpStartsEndsWithTheSandbox();
    void ourSessionsCannotBeSentToAnotherSocket();
    void killedServerIsARestoreTestError();
    void badSettingsShowTheServersWords();
    void sweepRemovesWhatAKilledProgramLeft_data();
    void sweepRemovesWhatAKilledProgramLeft();
    void sweepKeepsLivingSandboxes();
    void sweepsDoNotStumbleOverEachOther();
    void unusableFoldersAreRefused_data();
    void unusableFoldersAreRefused();
    void missingServerIsNamed();
    void missingServiceUserIsNamed();
    void withoutNamespacesItIsRefused_data();
    void withoutNamespacesItIsRefused();
    void withoutNamespacesAnotherUserIsTakenWhenAllowed();
    void tooLittleSpaceIsRefused();
    void foldersADumpLocksAreRemoved();
    void missingLocaleIsBuilt();
    void unknownLocaleIsRefused();
    void stopEndsTheStart();
    void whatStillWritesWhenStoppedLeavesNothing();

private:
    std::unique_ptr<masclet::test::SandboxFixture> m_fixture;
    std::unique_ptr<masclet::Sandbox> m_sandbox; ///< of all that neither stop nor break it
};
