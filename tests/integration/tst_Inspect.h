#pragma once

#include "tests/support/Desk.h"

#include <QJsonDocument>
#include <QObject>

class tst_Inspect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void tablesOfASetAreListed();
    void aTableIsShownWithoutRestoring_data();
    void aTableIsShownWithoutRestoring();
    void filesMadeElsewhereAreReadInOnePass_data();
    void filesMadeElsewhereAreReadInOnePass();
    void everyTableOfTheZooIsAsTheDatabaseHasIt();
    void onlyTheNeededMembersAreRead();
    void twoBackupsAreCompared();
    void namesFromTheDumpStayOnTheirLine_N06();
    void wrongCallsAreRefused();
    void driftOfFilesAndServerIsFound();
    void driftBetweenTwoBackupsIsFound();
    void driftNeedsNoServer();

private:
    masclet::test::ProgramOutcome inspect(const QStringList &arguments);
    /// Its document; the exit code must be `exitCode`.
    QJsonDocument inspected(const QStringList &arguments, int exitCode = 0);
    void sql(const QByteArray &text) const;
    void backup() const;
    QString path(const char *name) const { return m_desk->home() + QChar(u'/') + QString::fromUtf8(name); }
    void write(const char *name, const QByteArray &content) const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::Desk> m_desk;
};
