#include "tests/ui/tst_Restores.h"

#include "tests/support/DatabaseCompare.h"
#include "tests/support/DumpWith.h"
#include "tests/support/FakeServices.h"
#include "tests/support/TestMain.h"
#include "tests/ui/HeldLooks.h"
#include "tests/ui/Person.h"
#include "ui/main/HistoryView.h"
#include "ui/support/Labels.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/RestoreTestWizard.h"
#include "ui/wizards/RestoreWizard.h"

#include <QDir>
#include <QInputDialog>
#include <QLabel>
#include <QTableView>

using namespace masclet;
using masclet::test::child;
using masclet::test::FakeServices;
using masclet::test::headline;
using masclet::test::Person;
using masclet::test::problem;
using masclet::test::TempCluster;

namespace
{

#define STOP_WHEN_FAILED()                                                                                   \
    if (QTest::currentTestFailed())                                                                          \
    return

/// A profile for the database "shop" and one set of it, verified by no restore test.
void makeSet(
    Person &person, const TempCluster &cluster,
    const std::function<void(StoredProfile &)> &change = [](StoredProfile &) {})
{
    person.makeProfile(cluster, QStringLiteral("shop"));
    STOP_WHEN_FAILED();
    StoredProfile stored = *person.context().services.profiles.load(QStringLiteral("shop"));
    stored.give(*optionByPath(QStringLiteral("schedule.restore_test")), QStringLiteral("never"));
    change(stored);
    QVERIFY_RESULT(person.context().services.profiles.save(stored));
    person.window().showProfiles();
    QVERIFY(person.settle());
    QWizard *const wizard = person.backUp();
    QVERIFY2(headline(*wizard).contains(QStringLiteral("verified")), qPrintable(problem(*wizard)));
    person.press(*wizard, QWizard::FinishButton);
    QVERIFY(person.settle());
    QCOMPARE(person.sets().first().state, SetState::Verified);
}

/// Puts the newest set in the place of its database; the wizard stays on its last page.
QWizard *replace(Person &person)
{
    auto *const restore = person.open<RestoreWizard>("restore");
    person.press(*restore, QWizard::NextButton);
    person.click(*restore, "replace");
    child<QAbstractButton>(*restore, "safetyBackup")->setChecked(false);
    person.press(*restore, QWizard::NextButton);
    person.settle();
    person.write(*restore, "typedName", QStringLiteral("shop"));
    person.press(*restore, QWizard::CommitButton);
    person.settle();
    return restore;
}

/// Goes back from the main window to the database kept at last.
void goBack(Person &person)
{
    person.click(person.window(), "keptDatabaseButton");
    auto *const box = child<QInputDialog>(person.window(), "goBack");
    box->setTextValue(QStringLiteral("shop"));
    box->accept();
    QVERIFY(person.settle());
}

/// The row of the gate with that title: result and finding.
QStringList gateRow(const QWizard &wizard, const QString &title)
{
    const QAbstractItemModel &rows = *child<QTableView>(wizard, "gate")->model();
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (rows.index(row, 0).data().toString() == title)
            return {rows.index(row, 1).data().toString(), rows.index(row, 2).data().toString()};
    }
    return {};
}

QByteArray answer(const TempCluster &cluster, const QByteArray &database, const QByteArray &question)
{
    const Result<QByteArray> rows = cluster.psql(database, question);
    return rows ? rows->trimmed() : test::reason(rows);
}

QByteArray databases(const TempCluster &cluster)
{
    return answer(cluster, "postgres",
                  "select string_agg(datname, ' ' order by datname) from pg_database where datname !~ "
                  "'^(postgres|template.)$'");
}

} // namespace

void tst_Restores::initTestCase()
{
    Result<std::unique_ptr<TempCluster>> cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    QVERIFY_RESULT(m_cluster->psql("shop",
                                   "create table animals (id int primary key, nom text);"
                                   "insert into animals select n, 'a' || n from generate_series(1, 347) n;"
                                   "create table parts (id int);"
                                   "insert into parts select generate_series(1, 1211)"));
}

void tst_Restores::cleanupTestCase()
{
    m_cluster.reset();
}

void tst_Restores::aRedItemBlocksUntilItIsMended()
{
    Person person;
    makeSet(person, *m_cluster);
    STOP_WHEN_FAILED();
    auto *const restore = person.open<RestoreWizard>("restore");
    person.press(*restore, QWizard::NextButton);
    person.write(*restore, "targetName", QStringLiteral("shop"));
    person.press(*restore, QWizard::NextButton);
    QVERIFY(person.settle());
    const QStringList red = gateRow(*restore, QStringLiteral("Target"));
    QCOMPARE(red.value(0), QStringLiteral("Fail"));
    QVERIFY2(red.value(1).startsWith(QStringLiteral("There is a database of that name: shop")),
             qPrintable(red.value(1)));
    QCOMPARE(child<QWidget>(*restore->currentPage(), "gateVerdict")->accessibleName(),
             QStringLiteral("Target keeps it from beginning."));
    const QAbstractItemModel &looked = *child<QTableView>(*restore, "gate")->model();
    QCOMPARE(looked.index(0, 0).data().toString(), QStringLiteral("Target")); // it needs no scrolling
    const auto *const why = child<QLabel>(*restore, "gateWhy");
    QVERIFY2(why->isVisible() && why->text().contains(QStringLiteral("Choose another name")),
             qPrintable(why->text()));
    QVERIFY(child<QLabel>(*restore, "steps")->text().isEmpty()); // none of them will be done
    QVERIFY(!restore->button(QWizard::CommitButton)->isEnabled());
    QVERIFY(!child<QLineEdit>(*restore, "typedName")->isVisible()); // typing a name opens no gate
    person.press(*restore, QWizard::BackButton);
    person.write(*restore, "targetName", QStringLiteral("shop_free"));
    person.press(*restore, QWizard::NextButton);
    QVERIFY(person.settle());
    QCOMPARE(gateRow(*restore, QStringLiteral("Target")).value(0), QStringLiteral("Pass"));
    QCOMPARE(child<QWidget>(*restore->currentPage(), "gateVerdict")->accessibleName(),
             QStringLiteral("Nothing speaks against it."));
    QVERIFY(!why->isVisible() && !child<QLabel>(*restore, "steps")->text().isEmpty());
    QVERIFY(restore->button(QWizard::CommitButton)->isEnabled());
    QTest::keyClick(restore, Qt::Key_Escape);
    QCOMPARE(databases(*m_cluster), QByteArray("shop"));
}

void tst_Restores::anotherNameThanTheDatabasesDoesNotReplaceIt()
{
    Person person;
    makeSet(person, *m_cluster);
    STOP_WHEN_FAILED();
    auto *const restore = person.open<RestoreWizard>("restore");
    person.press(*restore, QWizard::NextButton);
    person.write(*restore, "restoreTables", QStringLiteral("animals"));
    person.click(*restore, "replace");
    QVERIFY(!child<QLineEdit>(*restore, "restoreTables")->isVisible()); // a part replaces nothing
    person.press(*restore, QWizard::NextButton);
    QVERIFY(person.settle());
    QCOMPARE(gateRow(*restore, QStringLiteral("Target")).value(0), QStringLiteral("Warning"));
    QVERIFY2(
        child<QWidget>(*restore, "gateVerdict")->accessibleName().contains(QStringLiteral("needs a look")),
        qPrintable(child<QWidget>(*restore, "gateVerdict")->accessibleName()));
    const QAbstractButton *const commit = restore->button(QWizard::CommitButton);
    for (const char *typed : {"", "Shop", "shop ", "shops", "sho"}) {
        person.write(*restore, "typedName", QString::fromLatin1(typed));
        QVERIFY2(!commit->isEnabled(), typed);
    }
    person.write(*restore, "typedName", QStringLiteral("shop"));
    QVERIFY(commit->isEnabled());
    QTest::keyClick(restore, Qt::Key_Escape);
    QCOMPARE(databases(*m_cluster), QByteArray("shop"));
}

/// The plan of the way chosen first is still read when another one is chosen: it is no answer any more.
void tst_Restores::aPlanThatComesLateOpensNoGate()
{
    Person person;
    makeSet(person, *m_cluster);
    STOP_WHEN_FAILED();
    auto *const restore = person.open<RestoreWizard>("restore");
    person.press(*restore, QWizard::NextButton);
    test::HeldLooks looks(person.runner());
    person.press(*restore, QWizard::NextButton);
    const QPointer<Job> beside = looks.newest();
    person.press(*restore, QWizard::BackButton);
    person.click(*restore, "replace");
    looks.hold();
    person.press(*restore, QWizard::NextButton);
    looks.letOneGo();
    QTRY_VERIFY_WITH_TIMEOUT(!beside, 60'000);
    const QAbstractButton *const commit = restore->button(QWizard::CommitButton);
    QVERIFY(!commit->isEnabled());
    QCOMPARE(child<QLabel>(*restore, "steps")->text(), QString());
    looks.letAllGo();
    QVERIFY(person.settle());
    QVERIFY(!commit->isEnabled());
    QVERIFY(child<QLineEdit>(*restore, "typedName")->isVisible());
    QVERIFY2(restore->command().contains(QStringLiteral("--replace")), qPrintable(restore->command()));
    QTest::keyClick(restore, Qt::Key_Escape);
    QCOMPARE(databases(*m_cluster), QByteArray("shop"));
}

void tst_Restores::aSandboxTestProvesASet()
{
    Person person;
    makeSet(person, *m_cluster);
    STOP_WHEN_FAILED();
    auto *const test = person.open<RestoreTestWizard>("testRestore");
    person.click(*test, "placeSandbox");
    person.press(*test, QWizard::NextButton);
    QVERIFY(person.settle());
    person.press(*test, QWizard::CommitButton);
    QVERIFY(person.settle());
    QVERIFY2(headline(*test).contains(QStringLiteral("all 2 table(s) are equal")),
             qPrintable(headline(*test) + problem(*test)));
    const QAbstractItemModel &tables = *child<QTableView>(*test, "comparison")->model();
    QCOMPARE(tables.rowCount(), 2);
    QCOMPARE(tables.index(0, 0).data().toString(), QStringLiteral("public.animals"));
    QCOMPARE(tables.index(0, 1).data().toString(), QStringLiteral("347"));
    QCOMPARE(tables.index(0, 2).data().toString(), QStringLiteral("347"));
    person.press(*test, QWizard::FinishButton);
    QVERIFY(person.settle());
    QCOMPARE(person.sets().first().state, SetState::RestoreTested);
    QFile evidence(person.repository() + QStringLiteral("/sets/") + person.sets().first().id +
                   QStringLiteral(".evidence.jsonl"));
    QVERIFY(evidence.open(QIODevice::ReadOnly));
    QVERIFY(evidence.readAll().contains("\"place\":\"sandbox\""));
    // The window says so at once.
    const auto *const rows = child<QTableView>(person.window(), "history")->model();
    QCOMPARE(rows->index(0, HistoryModel::State).data().toString(), QStringLiteral("restore-tested"));
}

/// The dump deletes a row at its end, so what is loaded is not what was counted.
void tst_Restores::aSetThatIsNotEqualFailsItsTest()
{
    const test::DumpWith tool("DELETE FROM public.animals WHERE id = 7;");
    Person person;
    makeSet(person, *m_cluster, [&](StoredProfile &stored) {
        stored.give(*optionByPath(QStringLiteral("connection.tools")), tool.folder());
    });
    STOP_WHEN_FAILED();
    auto *const test = person.open<RestoreTestWizard>("testRestore");
    person.press(*test, QWizard::NextButton);
    QVERIFY(person.settle());
    person.press(*test, QWizard::CommitButton);
    QVERIFY(person.settle());
    QVERIFY2(headline(*test).endsWith(QStringLiteral("is not equal")), qPrintable(headline(*test)));
    QVERIFY2(problem(*test).contains(QStringLiteral("347 rows in the dump and 346 in the copy")),
             qPrintable(problem(*test)));
    // The table that differs comes first, and says by how much.
    const QAbstractItemModel &tables = *child<QTableView>(*test, "comparison")->model();
    QCOMPARE(tables.index(0, 0).data().toString(), QStringLiteral("public.animals"));
    QCOMPARE(tables.index(0, 3).data().toString(), QStringLiteral("-1"));
    person.press(*test, QWizard::FinishButton);
    QVERIFY(person.settle());
    QCOMPARE(person.sets().first().state, SetState::Verified);
    QCOMPARE(child<QWidget>(person.window(), "verdictWord")->accessibleName(),
             QStringLiteral("Not protected"));
    QCOMPARE(child<QAbstractButton>(person.window(), "remedy")->text(), QStringLiteral("Show what happened"));
    // A backup whose own test fails is not shown as a good one.
    StoredProfile stored = *person.context().services.profiles.load(QStringLiteral("shop"));
    stored.give(*optionByPath(QStringLiteral("schedule.restore_test")), QStringLiteral("every"));
    QVERIFY_RESULT(person.context().services.profiles.save(stored));
    person.window().showProfiles();
    QVERIFY(person.settle());
    QWizard *const backup = person.backUp();
    QVERIFY2(headline(*backup).endsWith(QStringLiteral("verified, but it did not restore")),
             qPrintable(headline(*backup)));
    person.press(*backup, QWizard::FinishButton);
    QVERIFY(person.settle());
    QCOMPARE(databases(*m_cluster), QByteArray("shop"));
}

void tst_Restores::servicesAreStoppedForABackupWhenAsked()
{
    const FakeServices fakes;
    for (const char *name : {"web", "worker"})
        fakes.set(QString::fromLatin1(name), FakeServices::State::Running);
    Person person;
    makeSet(person, *m_cluster, [&](StoredProfile &stored) {
        for (const char *name : {"web", "worker"})
            stored.profile.services << fakes.commandService(QString::fromLatin1(name));
    });
    STOP_WHEN_FAILED();
    QCOMPARE(fakes.changes(), QStringList()); // nobody asked for it
    auto *const backup = person.open<BackupWizard>("backUp");
    person.click(*backup, "stopServices");
    const QString order = child<QLabel>(*backup, "serviceOrder")->text();
    QVERIFY2(order.indexOf(QStringLiteral(" web (")) > 0 &&
                 order.indexOf(QStringLiteral(" web (")) < order.indexOf(QStringLiteral(" worker (")),
             qPrintable(order));
    person.press(*backup, QWizard::NextButton);
    QVERIFY(person.settle());
    person.press(*backup, QWizard::CommitButton);
    QVERIFY(person.settle());
    QVERIFY2(headline(*backup).contains(QStringLiteral("verified")), qPrintable(problem(*backup)));
    QCOMPARE(fakes.changes(), QStringList({QStringLiteral("stop web"), QStringLiteral("stop worker"),
                                           QStringLiteral("start worker"), QStringLiteral("start web")}));
    person.press(*backup, QWizard::FinishButton);
}

void tst_Restores::aServiceThatStaysDownOnTheWayBackIsTold()
{
    const FakeServices fakes;
    fakes.set(QStringLiteral("web"), FakeServices::State::Running);
    Person person;
    makeSet(person, *m_cluster, [&](StoredProfile &stored) {
        stored.profile.services << fakes.commandService(QStringLiteral("web"));
    });
    STOP_WHEN_FAILED();
    QWizard *const restore = replace(person);
    QCOMPARE(problem(*restore), QString());
    fakes.behave(QStringLiteral("start"), QStringLiteral("web"), FakeServices::Behaviour::Fail);
    person.click(*restore, "undo");
    QVERIFY(person.settle());
    QCOMPARE(databases(*m_cluster), QByteArray("shop shop__undone_1"));
    QVERIFY2(problem(*restore).contains(QStringLiteral("web")), qPrintable(problem(*restore)));
    person.press(*restore, QWizard::FinishButton);
    QVERIFY(person.settle());
    fakes.set(QStringLiteral("web"), FakeServices::State::Running);
    goBack(person);
    STOP_WHEN_FAILED();
    const QString told = problem(*person.window().centralWidget());
    QVERIFY2(told.contains(QStringLiteral("web")), qPrintable(told));
    QCOMPARE(databases(*m_cluster), QByteArray("shop shop__undone_2"));
    QVERIFY_RESULT(m_cluster->dropDatabase("shop__undone_2"));
}

void tst_Restores::servicesAreStoppedForAReplacement()
{
    const FakeServices fakes;
    fakes.set(QStringLiteral("web"), FakeServices::State::Running);
    Person person;
    makeSet(person, *m_cluster, [&](StoredProfile &stored) {
        stored.profile.services << fakes.commandService(QStringLiteral("web"));
    });
    STOP_WHEN_FAILED();
    auto *const restore = person.open<RestoreWizard>("restore");
    person.press(*restore, QWizard::NextButton);
    person.click(*restore, "replace");
    person.press(*restore, QWizard::NextButton);
    QVERIFY(person.settle());
    const auto *const steps = child<QLabel>(*restore, "steps");
    QVERIFY2(steps->text().contains(QStringLiteral("Stop web")), qPrintable(steps->text()));
    QVERIFY(steps->accessibleName().contains(QStringLiteral("Stop web"))); // it is all that is read aloud
    person.write(*restore, "typedName", QStringLiteral("shop"));
    fakes.behave(QStringLiteral("start"), QStringLiteral("web"), FakeServices::Behaviour::Fail);
    person.press(*restore, QWizard::CommitButton);
    QVERIFY(person.settle());
    QCOMPARE(answer(*m_cluster, "shop", "select count(*) from animals"), QByteArray("347"));
    QVERIFY(!fakes.isRunning(QStringLiteral("web")));
    // The database is back, and what stayed down is no footnote.
    QVERIFY2(problem(*restore).contains(QStringLiteral("web")), qPrintable(problem(*restore)));
    person.press(*restore, QWizard::FinishButton);
    QVERIFY(person.settle());
    QCOMPARE(child<QWidget>(person.window(), "verdictWord")->accessibleName(),
             QStringLiteral("Not protected"));
    QCOMPARE(child<QAbstractButton>(person.window(), "remedy")->text(), QStringLiteral("Show alarms…"));
    QVERIFY_RESULT(m_cluster->dropDatabase("shop__old_1"));
}

/// The newest one was dropped elsewhere. An older one is there, but that is not what the person agreed to.
void tst_Restores::goingBackTakesNoOtherDatabaseThanTheOneNamed()
{
    Person person;
    makeSet(person, *m_cluster);
    STOP_WHEN_FAILED();
    person.press(*replace(person), QWizard::FinishButton);
    QVERIFY(person.settle());
    QWizard *const second = replace(person);
    QVERIFY2(headline(*second).contains(QStringLiteral("all counts are equal")),
             qPrintable(problem(*second)));
    QCOMPARE(databases(*m_cluster), QByteArray("shop shop__old_1 shop__old_2"));
    QVERIFY_RESULT(m_cluster->dropDatabase("shop__old_2"));
    person.click(*second, "undo");
    QVERIFY(person.settle());
    QVERIFY2(problem(*second).contains(QStringLiteral("shop__old_2")), qPrintable(problem(*second)));
    QCOMPARE(databases(*m_cluster), QByteArray("shop shop__old_1"));
    person.press(*second, QWizard::FinishButton);
    QVERIFY(person.settle());
    goBack(person);
    STOP_WHEN_FAILED();
    const QString told = problem(*person.window().centralWidget());
    QVERIFY2(told.contains(QStringLiteral("shop__old_2")), qPrintable(told));
    QCOMPARE(databases(*m_cluster), QByteArray("shop shop__old_1"));
    QVERIFY_RESULT(m_cluster->dropDatabase("shop__old_1"));
}

void tst_Restores::aDumpMadeElsewhereIsRestored_data()
{
    QTest::addColumn<QStringList>("format");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringList(QStringLiteral("-Fp")) << QStringLiteral("farm.sql");
    QTest::newRow("folder") << QStringList(QStringLiteral("-Fd")) << QStringLiteral("farm.dir");
}

void tst_Restores::aDumpMadeElsewhereIsRestored()
{
    QFETCH(const QStringList, format);
    QFETCH(const QString, name);
    Person person;
    makeSet(person, *m_cluster);
    STOP_WHEN_FAILED();
    QTemporaryDir folder(QStringLiteral("/tmp/muf-XXXXXX"));
    const QString path = folder.filePath(name);
    QVERIFY_RESULT(
        m_cluster->tool(QStringLiteral("pg_dump"), format + QStringList{QStringLiteral("-f"), path}, "shop"));
    auto *const restore = person.open<RestoreWizard>("restore");
    QVERIFY(person.settle());
    person.click(*restore, "sourceFile");
    person.write(*restore, "foreignFile", path);
    person.click(*restore, "foreignTrust");
    person.press(*restore, QWizard::NextButton);
    person.write(*restore, "targetName", QStringLiteral("shop_elsewhere"));
    person.press(*restore, QWizard::NextButton);
    QVERIFY(person.settle());
    QCOMPARE(problem(*restore), QString());
    QCOMPARE(databases(*m_cluster), QByteArray("shop"));
    person.press(*restore, QWizard::CommitButton);
    QVERIFY(person.settle());
    QVERIFY2(headline(*restore).contains(QStringLiteral("shop_elsewhere")), qPrintable(problem(*restore)));
    QCOMPARE(child<QTableView>(*restore, "comparison")->model()->rowCount(), 2);
    person.press(*restore, QWizard::FinishButton);
    QVERIFY(person.settle());
    // It belongs to a role without rights, until somebody gives it to another.
    const QByteArray owner =
        answer(*m_cluster, "shop_elsewhere",
               "select datdba::regrole from pg_database where datname = current_database()");
    QVERIFY2(owner.startsWith("masclet_load_"), owner.constData());
    QVERIFY_RESULT(m_cluster->psql("shop_elsewhere", "reassign owned by " + owner + " to postgres"));
    const auto differences = test::compareDatabases(*m_cluster, "shop", "shop_elsewhere");
    QVERIFY_RESULT(differences);
    QVERIFY2(differences->isEmpty(), qPrintable(differences->join(u'\n').left(2000)));
    QVERIFY_RESULT(m_cluster->dropDatabase("shop_elsewhere"));
}
