#include "tests/ui/tst_FirstLook.h"

#include "core/base/Text.h"
#include "tests/support/FakeDocker.h"
#include "tests/support/FakeTool.h"
#include "tests/support/TempServers.h"
#include "tests/support/TestMain.h"
#include "tests/ui/Person.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/NewProfileWizard.h"
#include "ui/wizards/RestoreTestWizard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>

using namespace masclet;
using masclet::test::child;
using masclet::test::FakeDocker;
using masclet::test::FakeTool;
using masclet::test::headline;
using masclet::test::Person;
using masclet::test::problem;
using masclet::test::TempCluster;
using masclet::test::TempServers;

namespace
{

QString toldBy(const QWidget &window, const char *label)
{
    const auto *const shown = child<QWidget>(window, label);
    return shown->isVisible() ? shown->accessibleName() : QString();
}

QString details(const QWidget &window)
{
    const auto *const shown = child<QLabel>(window, "foundDetails");
    return shown->isVisible() ? shown->text() : QString();
}

/// The wizard's first page, filled in for the database "shop", and tested.
NewProfileWizard *lookAt(Person &person, const TempCluster &cluster, const QString &role)
{
    auto *const wizard = person.open<NewProfileWizard>("newProfile");
    person.write(*wizard, "connection.host", cluster.socketFolder());
    person.write(*wizard, "connection.port", QString::number(cluster.port()));
    person.write(*wizard, "connection.dbname", QStringLiteral("shop"));
    person.write(*wizard, "connection.user", role);
    person.click(*wizard, "testConnection");
    if (!person.settle())
        qFatal("the look does not end");
    return wizard;
}

} // namespace

void tst_FirstLook::initTestCase()
{
    Result<std::unique_ptr<TempCluster>> cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    QVERIFY_RESULT(m_cluster->psql("shop",
                                   "create role weak login;"
                                   "create table animals (id int primary key, nom text);"
                                   "insert into animals select n, 'a' || n from generate_series(1, 1347) n;"
                                   "create table stalls (id int);"
                                   "grant select on stalls to weak"));
}

void tst_FirstLook::cleanupTestCase()
{
    m_cluster.reset();
}

void tst_FirstLook::theTestTellsServerToolsAndRights()
{
    Person person;
    auto *const wizard = lookAt(person, *m_cluster, QStringLiteral("postgres"));
    QCOMPARE(problem(*wizard), QString());
    const QString server = toldBy(*wizard, "foundServer");
    QVERIFY2(server.startsWith(QStringLiteral("PostgreSQL 15.")), qPrintable(server));
    QVERIFY2(server.contains(QStringLiteral("database of")), qPrintable(server));
    QVERIFY2(toldBy(*wizard, "foundTools").startsWith(QStringLiteral("pg_dump (PostgreSQL) ")),
             qPrintable(toldBy(*wizard, "foundTools")));
    QCOMPARE(toldBy(*wizard, "foundRights"),
             QStringLiteral("The role may read everything in this database."));
    // They are true of that role only.
    person.write(*wizard, "connection.user", QStringLiteral("weak"));
    QCOMPARE(toldBy(*wizard, "foundRights"), QString());
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void tst_FirstLook::theTestTellsWhatTheRoleMayNotRead()
{
    Person person;
    auto *const wizard = lookAt(person, *m_cluster, QStringLiteral("weak"));
    QCOMPARE(problem(*wizard), QString());
    QCOMPARE(toldBy(*wizard, "foundRights"),
             QStringLiteral("The role weak may not read everything in this database."));
    QVERIFY2(details(*wizard).contains(QStringLiteral("tables without SELECT: public.animals")),
             qPrintable(details(*wizard)));
    QVERIFY2(details(*wizard).contains(QStringLiteral("may not read the passwords of roles")),
             qPrintable(details(*wizard)));
    QVERIFY(wizard->button(QWizard::NextButton)->isEnabled()); // rights can be given later
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void tst_FirstLook::missingToolsAreToldBesideTheServer()
{
    Person person({{QStringLiteral("MASCLET_TOOLS"), QStringLiteral("/nowhere")}});
    auto *const wizard = lookAt(person, *m_cluster, QStringLiteral("postgres"));
    QCOMPARE(problem(*wizard), QString());
    QVERIFY(!toldBy(*wizard, "foundServer").isEmpty());
    QVERIFY2(toldBy(*wizard, "foundTools").startsWith(QStringLiteral("No PostgreSQL client tools")),
             qPrintable(toldBy(*wizard, "foundTools")));
    QTest::keyClick(wizard, Qt::Key_Escape);
}

/// The server is newer than the tools of this machine, and runs in a container with its own.
void tst_FirstLook::aNewerServersOwnToolsCanBeNamed()
{
    TempServers servers;
    const auto newer = servers.ofMajor(18);
    QVERIFY_RESULT(newer);
    QVERIFY_RESULT((*newer)->createDatabase("shop"));
    const FakeTool inside("echo 'pg_dump (PostgreSQL) 18.4'");
    QVERIFY(QFile::link(masclet::test::stockPrograms() + QStringLiteral("/psql"),
                        inside.folder() + QStringLiteral("/psql")));
    const FakeDocker docker(inside.folder());
    Person person({{QStringLiteral("MASCLET_DOCKER"), docker.client()}});
    auto *const wizard = lookAt(person, **newer, QStringLiteral("postgres"));
    QVERIFY2(toldBy(*wizard, "foundTools").contains(QStringLiteral("which cannot dump it")),
             qPrintable(toldBy(*wizard, "foundTools")));
    QVERIFY2(details(*wizard).contains(QStringLiteral("docker:CONTAINER")), qPrintable(details(*wizard)));
    person.write(*wizard, "connection.tools", QStringLiteral("docker:shop-db"));
    person.click(*wizard, "testConnection");
    QVERIFY(person.settle());
    QCOMPARE(toldBy(*wizard, "foundTools"),
             QStringLiteral("pg_dump (PostgreSQL) 18.4 in the container shop-db"));
    QTest::keyClick(wizard, Qt::Key_Escape);
    // Who needs no tools is not asked for them.
    Person other;
    auto *const usual = lookAt(other, *m_cluster, QStringLiteral("postgres"));
    QVERIFY(!child<QLineEdit>(*usual, "connection.tools")->isVisible());
    QTest::keyClick(usual, Qt::Key_Escape);
}

void tst_FirstLook::checksAreProposedFromWhatWasMeasured()
{
    Person person;
    auto *const wizard = lookAt(person, *m_cluster, QStringLiteral("postgres"));
    for (int page = 0; page < 4; ++page)
        person.press(*wizard, QWizard::NextButton);
    const qint64 minimum = parseSize(child<QLineEdit>(*wizard, "checks.minimum_size")->text());
    QVERIFY2(minimum > 1000 && minimum < 20'000, QByteArray::number(minimum).constData());
    const auto *const measured = child<QLabel>(*wizard, "measured");
    const QString before = measured->text();
    QVERIFY2(before.startsWith(QStringLiteral("A trial dump took ")), qPrintable(before));
    person.write(*wizard, "checks.band_high", QStringLiteral("400"));
    QVERIFY(measured->text() != before);
    const auto *const tables = child<QListWidget>(*wizard, "criticalTables");
    QCOMPARE(tables->count(), 2);
    QVERIFY2(tables->item(0)->text().startsWith(QStringLiteral("public.animals (1347 rows, ")),
             qPrintable(tables->item(0)->text()));
    QCOMPARE(tables->item(0)->checkState(), Qt::Checked);
    QCOMPARE(tables->item(1)->checkState(), Qt::Unchecked);
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void tst_FirstLook::aBackupOfChosenKindsLeadsToItsTest()
{
    Person person;
    person.makeProfile(*m_cluster, QStringLiteral("shop"));
    StoredProfile stored = *person.context().services.profiles.load(QStringLiteral("shop"));
    stored.give(*optionByPath(QStringLiteral("schedule.restore_test")), QStringLiteral("never"));
    QVERIFY_RESULT(person.context().services.profiles.save(stored));
    person.window().showProfiles();
    QVERIFY(person.settle());
    auto *const wizard = person.open<BackupWizard>("backUp");
    QVERIFY(!child<QAbstractButton>(*wizard, "kind.db")->isEnabled());
    const QString all = child<QLabel>(*wizard, "leftOut")->text();
    QVERIFY2(all.contains(QStringLiteral("System state: ")), qPrintable(all));
    person.click(*wizard, "kind.state");
    QVERIFY(!child<QLabel>(*wizard, "leftOut")->text().contains(QStringLiteral("System state")));
    person.press(*wizard, QWizard::NextButton);
    QVERIFY(person.settle());
    person.click(*wizard, "copyCommand");
    QVERIFY2(QGuiApplication::clipboard()->text().contains(QStringLiteral(" --kinds db,state")),
             qPrintable(QGuiApplication::clipboard()->text()));
    person.press(*wizard, QWizard::CommitButton);
    QVERIFY(person.settle());
    QVERIFY2(headline(*wizard).contains(QStringLiteral("verified")), qPrintable(problem(*wizard)));
    QVERIFY(person.sets().first().files.size() > 2);
    person.click(*wizard, "testRestore");
    const QList<RestoreTestWizard *> tests = person.window().findChildren<RestoreTestWizard *>();
    QCOMPARE(tests.size(), 1);
    QVERIFY(tests.first()->isVisible() && !wizard->isVisible());
    QVERIFY2(tests.first()->windowTitle().contains(person.sets().first().id),
             qPrintable(tests.first()->windowTitle()));
    QTest::keyClick(tests.first(), Qt::Key_Escape);
    QVERIFY(person.settle());
}
