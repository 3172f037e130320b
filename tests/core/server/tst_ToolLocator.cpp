#include "tests/core/server/tst_ToolLocator.h"

#include "core/pipeline/PgRestore.h"
#include "core/server/ToolLocator.h"
#include "tests/support/FakeDocker.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QTemporaryDir>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// Stub programs that only know their version.
class Installations
{
public:
    QString add(const QString &folder, const QByteArray &version,
                const QStringList &programs = {QStringLiteral("pg_dump"), QStringLiteral("pg_dumpall")})
    {
        const QString bin = m_root.path() + u'/' + folder + QStringLiteral("/bin");
        QDir().mkpath(bin);
        for (const QString &program : programs) {
            QFile file(bin + u'/' + program);
            if (!file.open(QIODevice::WriteOnly))
                qFatal("no stub");
            file.write("#!/bin/sh\necho '" + program.toUtf8() + " (PostgreSQL) " + version + "'\n");
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        }
        return bin;
    }
    ToolSearch search() const { return ToolSearch{{}, {m_root.path()}, {}, {}}; }
    QString root() const { return m_root.path(); }

private:
    QTemporaryDir m_root;
};

} // namespace

void tst_ToolLocator::versionsAreParsed_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<int>("version");
    QTest::newRow("Debian") << QByteArray("pg_dump (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n") << 150020;
    QTest::newRow("plain") << QByteArray("postgres (PostgreSQL) 18.4\n") << 180004;
    QTest::newRow("beta") << QByteArray("pg_dump (PostgreSQL) 19beta1\n") << 190000;
    QTest::newRow("development") << QByteArray("pg_dump (PostgreSQL) 19devel\n") << 190000;
    QTest::newRow("old") << QByteArray("pg_dump (PostgreSQL) 9.6.24\n") << 90006;
    QTest::newRow("no line end") << QByteArray("pg_dump (PostgreSQL) 13.23") << 130023;
    QTest::newRow("another product") << QByteArray("pg_dump (EnterpriseThing) 15.1\n") << 0;
    QTest::newRow("no number") << QByteArray("pg_dump (PostgreSQL) x\n") << 0;
    QTest::newRow("empty") << QByteArray() << 0;
}

void tst_ToolLocator::versionsAreParsed()
{
    QFETCH(QByteArray, output);
    QFETCH(int, version);
    QCOMPARE(parseToolVersion(output).value_or(0), version);
}

void tst_ToolLocator::theNearestFittingClientIsChosen_data()
{
    QTest::addColumn<int>("server");
    QTest::addColumn<int>("client");
    QTest::newRow("own major, newest minor") << 150003 << 150020;
    QTest::newRow("older server") << 130023 << 140009;
    QTest::newRow("between two") << 160001 << 170010;
    QTest::newRow("newer minor than the client's") << 170011 << 170010;
}

void tst_ToolLocator::theNearestFittingClientIsChosen()
{
    QFETCH(int, server);
    QFETCH(int, client);
    Installations installed;
    installed.add(QStringLiteral("14"), "14.9");
    installed.add(QStringLiteral("15"), "15.14");
    installed.add(QStringLiteral("15-new"), "15.20 (Debian 15.20-0+deb12u1)");
    installed.add(QStringLiteral("17"), "17.10");
    const auto tools = findClientTools(installed.search(), server, {});
    QVERIFY_RESULT(tools);
    QCOMPARE(tools->version, client);
    QVERIFY(tools->versionText.startsWith("pg_dump (PostgreSQL) " + versionName(client).toUtf8()));
    QVERIFY(QFile::exists(tools->program(QStringLiteral("pg_dumpall"))));
}

void tst_ToolLocator::aClientOlderThanTheServerIsRefusedWithTheWayOut()
{
    Installations installed;
    installed.add(QStringLiteral("14"), "14.9"); // D09
    const auto tools = findClientTools(installed.search(), 150020, {});
    QVERIFY_FAILS(tools, ErrorKind::ClientTool);
    QVERIFY(tools.error().message.contains(QStringLiteral("15.20")));
    QVERIFY(tools.error().message.contains(QStringLiteral("14.9")));
    QVERIFY(tools.error().hint.contains(QStringLiteral("postgresql-client-15")));
}

void tst_ToolLocator::noClientAtAllIsExplained()
{
    const Installations installed;
    const auto tools = findClientTools(installed.search(), 160000, {});
    QVERIFY_FAILS(tools, ErrorKind::ClientTool);
    QVERIFY(tools.error().hint.contains(QStringLiteral("postgresql-client-16")));
}

void tst_ToolLocator::onlyTheProfilesFolderIsUsedWhenGiven()
{
    Installations installed;
    installed.add(QStringLiteral("17"), "17.10");
    ToolSearch search = installed.search();
    search.folder = installed.add(QStringLiteral("chosen"), "18.4");
    const auto tools = findClientTools(search, 170000, {});
    QVERIFY_RESULT(tools);
    QCOMPARE(tools->version, 180004);
    search.folder = installed.root() + QStringLiteral("/nowhere");
    QVERIFY_FAILS(findClientTools(search, 170000, {}), ErrorKind::ClientTool);
}

void tst_ToolLocator::wrappersBrokenToolsAndOpenFoldersAreNotTaken()
{
    Installations installed;
    // Debian's pg_wrapper under the tools' names.
    const QString wrapped = installed.add(QStringLiteral("wrapped"), "17.1", {QStringLiteral("pg_wrapper")});
    for (const char *name : {"/pg_dump", "/pg_dumpall"})
        QVERIFY(QFile::link(QStringLiteral("pg_wrapper"), wrapped + QLatin1String(name)));
    installed.add(QStringLiteral("half"), "17.2", {QStringLiteral("pg_dump")});
    installed.add(QStringLiteral("strange"), "unknown");
    const QString open = installed.add(QStringLiteral("open"), "17.3"); // SR8
    QFile::setPermissions(open, QFile::permissions(open) | QFileDevice::WriteOther);
    const QString writable = installed.add(QStringLiteral("writable"), "17.4");
    QFile::setPermissions(writable + QStringLiteral("/pg_dump"),
                          QFile::permissions(writable + QStringLiteral("/pg_dump")) |
                              QFileDevice::WriteOther);
    QVERIFY_FAILS(findClientTools(installed.search(), 170000, {}), ErrorKind::ClientTool);
    ToolSearch search;
    search.roots.clear();
    search.path = {QStringLiteral("relative"), installed.add(QStringLiteral("good"), "17.5")};
    const auto tools = findClientTools(search, 170000, {});
    QVERIFY_RESULT(tools);
    QCOMPARE(tools->version, 170005);
}

void tst_ToolLocator::pgRestoreIsOfTheDumpsMajorOrTheNearestNewer()
{
    Installations installed;
    const QStringList programs = {QStringLiteral("pg_restore")};
    QVERIFY_FAILS(findRestoreTools(installed.search(), 150020, {}), ErrorKind::ClientTool);
    for (const char *version : {"14.9", "15.14", "15.20", "17.10"})
        installed.add(QString::fromLatin1(version), version, programs);
    const auto chosen = [&](std::optional<int> dump) {
        const auto found = findRestoreTools(installed.search(), dump, {});
        return found ? found->version : 0;
    };
    QCOMPARE(chosen(150003), 150020);
    QCOMPARE(chosen(160001), 170010);
    QCOMPARE(chosen(140000), 140009);
    QCOMPARE(chosen({}), 170010);
    const auto tooNew = findRestoreTools(installed.search(), 180004, {});
    QVERIFY_FAILS(tooNew, ErrorKind::ClientTool);
    QVERIFY(tooNew.error().message.contains(QStringLiteral("17.10")));
    QVERIFY(tooNew.error().hint.contains(QStringLiteral("postgresql-client-18")));
}

void tst_ToolLocator::serverProgramsMustBeOfTheVeryMajor()
{
    Installations installed;
    const QStringList programs = {QStringLiteral("postgres"), QStringLiteral("initdb")};
    installed.add(QStringLiteral("15"), "15.20", programs);
    installed.add(QStringLiteral("17"), "17.10", programs);
    const auto found = findServerPrograms(installed.search(), 15, {});
    QVERIFY_RESULT(found);
    QCOMPARE(found->version, 150020);
    const auto missing = findServerPrograms(installed.search(), 16, {});
    QVERIFY_FAILS(missing, ErrorKind::ClientTool);
    QVERIFY(missing.error().hint.contains(QStringLiteral("postgresql-16")));
    // A folder that a profile names for the client tools rarely has a server.
    ToolSearch search = installed.search();
    search.folder = installed.add(QStringLiteral("clients"), "15.20");
    QCOMPARE(findServerPrograms(search, 15, {})->version, 150020);
    // Where it has one of that major, that one is meant, though there is a newer one elsewhere.
    search.folder = installed.add(QStringLiteral("own"), "15.14", programs);
    QCOMPARE(findServerPrograms(search, 15, {})->folder, search.folder);
}

void tst_ToolLocator::toolsInAContainerAreTheOnlyOnesForADump()
{
    Installations installed;
    installed.add(QStringLiteral("18"), "18.4");
    Installations inside;
    const FakeDocker docker(
        inside.add(QStringLiteral("inside"), "17.10",
                   {QStringLiteral("pg_dump"), QStringLiteral("pg_dumpall"), QStringLiteral("pg_restore")}));
    ToolSearch search = installed.search();
    search.container = ToolContainer{docker.client(), FakeDocker::container()};
    const auto tools = findClientTools(search, 170000, {});
    QVERIFY_RESULT(tools);
    QCOMPARE(tools->version, 170010);
    QCOMPARE(tools->program(QStringLiteral("pg_dumpall")), QStringLiteral("pg_dumpall"));
    QVERIFY(tools->command(QStringLiteral("pg_dumpall")).container.has_value());
    QVERIFY(tools->place().contains(FakeDocker::container()));
    const auto tooOld = findClientTools(search, 180000, {});
    QVERIFY_FAILS(tooOld, ErrorKind::ClientTool);
    QVERIFY(tooOld.error().message.contains(QStringLiteral("17.10")));
    search.container->name = QStringLiteral("web");
    const auto missing = findClientTools(search, 170000, {});
    QVERIFY_FAILS(missing, ErrorKind::ClientTool);
    QVERIFY2(missing.error().detail.contains(QStringLiteral("No such container")),
             qPrintable(missing.error().detail));
}

/// Our own sets are read by a pg_restore of this machine where one fits, so that they outlive the container.
void tst_ToolLocator::aContainersPgRestoreIsTheLastChoice()
{
    Installations installed;
    Installations inside;
    const FakeDocker docker(inside.add(QStringLiteral("inside"), "17.10", {QStringLiteral("pg_restore")}));
    ToolSearch search = installed.search();
    search.container = ToolContainer{docker.client(), FakeDocker::container()};
    const auto only = findRestoreTools(search, 170000, {});
    QVERIFY_RESULT(only);
    QVERIFY(only->container.has_value());
    QVERIFY_RESULT(PgRestore::create(*only, PgRestore::Walls::WherePossible, {}));
    QVERIFY_FAILS(PgRestore::create(*only, PgRestore::Walls::Required, {}), ErrorKind::ClientTool);
    QVERIFY_FAILS(findRestoreTools(search, 180000, {}), ErrorKind::ClientTool);
    QVERIFY_FAILS(findRestoreTools(search, {}, {}), ErrorKind::ClientTool); // of unknown origin
    installed.add(QStringLiteral("17"), "17.10", {QStringLiteral("pg_restore")});
    const auto here = findRestoreTools(search, 170000, {});
    QVERIFY_RESULT(here);
    QVERIFY(!here->container);
}

void tst_ToolLocator::oldMinorsAreWarnedAbout()
{
    // SR1, SR2
    QCOMPARE(missingFixes(150020, 150020), QStringList());
    QCOMPARE(missingFixes(150014, 150020).size(), 1);
    QVERIFY(missingFixes(150014, 150020).first().contains(QStringLiteral("15.20")));
    QCOMPARE(missingFixes(150019, 150001).size(), 2);
    QCOMPARE(missingFixes(180000, 130000), QStringList()); // nothing is known about these branches
}

void tst_ToolLocator::stoppingEndsTheSearch()
{
    Installations installed;
    installed.add(QStringLiteral("17"), "17.10");
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_FAILS(findClientTools(installed.search(), 170000, stop.get_token()), ErrorKind::Stopped);
}
