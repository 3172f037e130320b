#pragma once

#include "tests/support/Desk.h"

#include <QObject>

#include <memory>

/// schedule prove, by the real program.
class tst_ScheduleProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void aProofIsABackupAsAtNight();
    void withoutStoringItIsMadeAndThrownAway_data();
    void withoutStoringItIsMadeAndThrownAway();
    void aDryRunOnlyLooks();
    void whatOnlyTheDumpMeetsIsFound();
    void whatWouldFailAtNightIsFound_data();
    void whatWouldFailAtNightIsFound();
    void aFullDiskIsFound();
    void aPathWithoutToolsIsFound();
    void aForeignOwnerIsFound();
    void aSkewedClockIsFound();
    void aPasswordIsStoredAndProvenForTheNight();
    void whatHelpsByDayDoesNotHelp();
    void aScheduleMayBeAnotherUsers();
    void aHardenedUnitLeavesTheSandboxWhatItNeeds();
    void cronStartsWhatIsInstalled();

private:
    int prove(const QStringList &more = {});
    QJsonObject item(const char *id) const;
    int sets() const;
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::Desk> m_desk;
    QJsonObject m_document;
};
