#pragma once

#include "tests/cli/CliFixture.h"

#include <QObject>

#include <memory>

class tst_ProfileCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listShowsEveryProfileAndNamesBrokenOnes();
    void showNamesWhereEachValueComesFrom();
    void setWritesWhatWasGivenAndNothingElse();
    void servicesAreShownAndKeptBySet();
    void aDryRunOfSetWritesNothing();
    void setWithoutOptionsIsUsage();
    void aProfileIsFoundByItsPath();
    void aBrokenProfileIsTenWithFileAndLine();

private:
    void write(const QString &name, const QByteArray &text);
    QByteArray read(const QString &name);
    std::unique_ptr<masclet::test::CliFixture> m_cli;
};
