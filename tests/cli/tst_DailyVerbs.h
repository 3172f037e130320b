#pragma once

#include "tests/cli/CliFixture.h"

#include <QObject>

#include <memory>

/// checklist and status.
class tst_DailyVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theChecklistShowsSevenItemsAndKeepsThem();
    void aDryRunOfTheChecklistKeepsNothing();
    void verdictsAndSignatureAreKept();
    void aVerdictThatIsNoneIsUsage_data();
    void aVerdictThatIsNoneIsUsage();
    void anotherDayIsShownAsItWasKept();
    void lookingAtAnEarlierDayHidesNothingOfToday();
    void logsOfTheProfileAreSearchedOnce();
    void openAlarmsAreToldWhereTheRepositoryIsNot();
    void statusSpeaksNagios();
    void statusNamesTheWorstOfAllProfiles();
    void everyFailureOfStatusIsUnknown_data();
    void everyFailureOfStatusIsUnknown();

private:
    int run(const QString &line);
    void makeProfile(const QString &name, const QString &options = {});
    std::unique_ptr<masclet::test::CliFixture> m_cli;
};
