#pragma once

#include "tests/cli/CliFixture.h"

#include <QObject>

#include <memory>

class tst_ScheduleVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theNextRunsAreShownWithWhatTheClocksDo();
    void whatIsInstalledIsShownAndTakenAwayAgain();
    void aDryRunShowsTheFileAndWritesNothing();
    void todaysFlagsAreNotInstalled();
    void wrongCallsAreUsage_data();
    void wrongCallsAreUsage();

private:
    int run(const QString &line);
    std::unique_ptr<masclet::test::CliFixture> m_cli;
};
