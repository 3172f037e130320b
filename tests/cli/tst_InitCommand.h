#pragma once

#include "tests/cli/CliFixture.h"

#include <QObject>

#include <memory>

class tst_InitCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesProfileAndRepositoryWithTheSeedsValues();
    void saysWhatIsNotInTheBackup();
    void anotherProfileSharesTheRepository();
    void aProfileThatExistsIsKeptAsItIs();
    void aDryRunMakesNothing();
    void badNamesAreUsage_data();
    void badNamesAreUsage();
    void otherMachinesGetTlsThatProvesTheServer();
    void valuesOfTheEnvironmentAreWrittenIntoTheFile();
    void aProfileWithoutTheDatabaseIsNotMade();
    void aTimeThatTheClocksSkipIsToldWithABetterOne();

private:
    int run(const char *line);
    masclet::Result<masclet::StoredProfile> stored(const char *name);
    std::unique_ptr<masclet::test::CliFixture> m_cli;
};
