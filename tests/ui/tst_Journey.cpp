#include "tests/ui/tst_Journey.h"

#include "tests/support/SmallDisk.h"
#include "tests/support/TestMain.h"
#include "tests/ui/Person.h"
#include "tests/ui/Shell.h"
#include "ui/dialogs/ChecklistDialog.h"
#include "ui/dialogs/RetentionDialog.h"
#include "ui/main/HistoryView.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/NewProfileWizard.h"
#include "ui/wizards/RestoreTestWizard.h"
#include "ui/wizards/RestoreWizard.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QDirIterator>
#include <QGuiApplication>
#include <QLabel>
#include <QProcess>
#include <QRegularExpression>
#include <QTableView>

#include <signal.h>

using namespace masclet;
using masclet::test::child;
using masclet::test::headline;
using masclet::test::Person;
using masclet::test::problem;
using masclet::test::TempCluster;

namespace
{

constexpr int fewClicks = 15;

/// Ends the calling test when the last step failed it.
#define GO_ON_UNLESS_FAILED()                                                                                \
    if (QTest::currentTestFailed())                                                                          \
    return

void proveABackup(Person &person)
{
    QWizard *const wizard = person.backUp();
    QVERIFY2(headline(*wizard).contains(QStringLiteral("restore-tested")), qPrintable(problem(*wizard)));
    person.press(*wizard, QWizard::FinishButton);
    QVERIFY(person.settle());
}

QByteArray countIn(const TempCluster &cluster, const QByteArray &database)
{
    const Result<QByteArray> rows = cluster.psql(database, "select count(*) from animals");
    return rows ? rows->trimmed() : test::reason(rows);
}

/// Every file of the repository that holds what was read from the server or the machine.
QStringList archives(const Person &person)
{
    QStringList found;
    QDirIterator files(person.repository(), {QStringLiteral("*.gz*")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        found << files.next();
    return found;
}

/// Another session that keeps a table to itself, so that a dump waits for it as long as the object lives.
class TableLock
{
public:
    explicit TableLock(const TempCluster &cluster)
    {
        m_psql.start(test::stockPrograms() + QStringLiteral("/psql"),
                     {QStringLiteral("-XqAt"), QStringLiteral("-h"), cluster.socketFolder(),
                      QStringLiteral("-p"), QString::number(cluster.port()), QStringLiteral("-U"),
                      QStringLiteral("postgres"), QStringLiteral("shop")});
        m_psql.write("begin; lock table animals in access exclusive mode; select 'locked';\n");
        if (!m_psql.waitForReadyRead(20'000) || !m_psql.readAllStandardOutput().contains("locked"))
            qFatal("cannot lock the table: %s", m_psql.readAllStandardError().constData());
    }
    ~TableLock()
    {
        m_psql.closeWriteChannel();
        m_psql.waitForFinished(20'000);
    }
    TableLock(const TableLock &) = delete;
    TableLock &operator=(const TableLock &) = delete;

private:
    QProcess m_psql;
};

} // namespace

void tst_Journey::initTestCase()
{
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.hostRules = {QStringLiteral("host all guarded 127.0.0.1/32 scram-sha-256")};
    Result<std::unique_ptr<TempCluster>> cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    QVERIFY_RESULT(m_cluster->psql("shop",
                                   "create role guarded superuser login password 'right';"
                                   "create table animals (id int primary key, nom text);"
                                   "insert into animals select n, 'a' || n from generate_series(1, 347) n;"
                                   "create table parts (id int);"
                                   "insert into parts select generate_series(1, 1211)"));
}

void tst_Journey::cleanupTestCase()
{
    m_cluster.reset();
}

void tst_Journey::fromFirstStartToARestoreBesideInFewClicks()
{
    Person person;
    person.makeProfile(*m_cluster, QStringLiteral("shop"));
    GO_ON_UNLESS_FAILED();
    QVERIFY2(person.clicks() < fewClicks, QByteArray::number(person.clicks()).constData());

    person.forgetClicks();
    proveABackup(person);
    GO_ON_UNLESS_FAILED();
    QVERIFY2(person.clicks() < fewClicks, QByteArray::number(person.clicks()).constData());
    QCOMPARE(person.sets().size(), 1);
    QCOMPARE(person.sets().first().state, SetState::RestoreTested);

    person.forgetClicks();
    auto *const restore = person.open<RestoreWizard>("restore");
    person.press(*restore, QWizard::NextButton);
    person.write(*restore, "targetName", QStringLiteral("shop_again"));
    person.press(*restore, QWizard::NextButton);
    person.press(*restore, QWizard::CommitButton);
    QVERIFY(person.settle());
    QVERIFY2(headline(*restore).contains(QStringLiteral("shop_again")), qPrintable(problem(*restore)));
    person.press(*restore, QWizard::FinishButton);
    QVERIFY2(person.clicks() < fewClicks, QByteArray::number(person.clicks()).constData());
    QCOMPARE(countIn(*m_cluster, "shop_again"), QByteArray("347"));
    QVERIFY_RESULT(m_cluster->dropDatabase("shop_again"));
}

/// Verify, restore test, checklist signed, retention applied.
void tst_Journey::aDayOfAProfile()
{
    Person person;
    person.makeProfile(*m_cluster, QStringLiteral("shop"));
    GO_ON_UNLESS_FAILED();
    proveABackup(person);
    GO_ON_UNLESS_FAILED();
    person.choose("verify");
    QVERIFY(person.settle());
    QCOMPARE(problem(person.window()), QString());
    auto *const test = person.open<RestoreTestWizard>("testRestore");
    person.press(*test, QWizard::NextButton);
    person.press(*test, QWizard::CommitButton);
    QVERIFY(person.settle());
    QVERIFY2(headline(*test).contains(QStringLiteral("equal")), qPrintable(problem(*test)));
    person.press(*test, QWizard::FinishButton);

    auto *const checklist = person.open<ChecklistDialog>("checklist");
    QVERIFY(person.settle());
    person.write(*checklist, "signName", QStringLiteral("Marta"));
    person.click(*checklist, "sign");
    QVERIFY(person.settle());
    const Result<ChecklistReport> day =
        ChecklistService(person.context().services).look({person.profile(), {}});
    QVERIFY_RESULT(day);
    QVERIFY(day->day.isSigned());
    checklist->close();

    // Sets that retention may take: the rules keep one, and the backups leave the others.
    StoredProfile stored = *person.context().services.profiles.load(person.profile().name);
    for (const char *rule : {"retention.keep_daily", "retention.keep_weekly", "retention.keep_monthly"})
        stored.give(*optionByPath(QString::fromLatin1(rule)), qint64(0));
    stored.give(*optionByPath(QStringLiteral("retention.keep_last")), qint64(1));
    QVERIFY_RESULT(person.context().services.profiles.save(stored));
    person.window().showProfiles();
    QVERIFY(person.settle());
    auto *const backup = person.open<BackupWizard>("backUp");
    person.click(*backup, "retention");
    person.press(*backup, QWizard::NextButton);
    person.press(*backup, QWizard::CommitButton);
    QVERIFY(person.settle());
    person.press(*backup, QWizard::FinishButton);
    QVERIFY(person.settle());
    QCOMPARE(person.sets().size(), 2);
    auto *const retention = person.open<RetentionDialog>("retention");
    QVERIFY(person.settle());
    person.write(*retention, "retentionName", QStringLiteral("shop"));
    person.click(*retention, "retentionApply");
    QVERIFY(person.settle());
    QCOMPARE(problem(*retention), QString());
    QCOMPARE(person.sets().size(), 1);
    retention->close();
    QVERIFY(person.settle());
    QCOMPARE(person.window().findChild<HistoryView *>()->model().rowCount(), 1);
}

void tst_Journey::aRestoreInPlaceIsUndoneByOneClick()
{
    Person person;
    person.makeProfile(*m_cluster, QStringLiteral("shop"));
    GO_ON_UNLESS_FAILED();
    proveABackup(person);
    GO_ON_UNLESS_FAILED();
    QVERIFY_RESULT(m_cluster->psql("shop", "delete from animals where id > 300"));
    auto *const restore = person.open<RestoreWizard>("restore");
    person.press(*restore, QWizard::NextButton);
    person.click(*restore, "replace");
    person.press(*restore, QWizard::NextButton);
    QVERIFY(person.settle());
    QVERIFY(!restore->button(QWizard::CommitButton)->isEnabled());
    person.click(child<QAbstractButton>(*restore->currentPage(), "copyCommand"));
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.contains(QStringLiteral(" --replace")), qPrintable(command));
    const test::TypedCommand typed =
        test::typeIntoShell(command + QStringLiteral(" --dry-run"), person.home());
    QVERIFY2(typed.exitCode == 0, typed.errors.constData());
    person.write(*restore, "typedName", QStringLiteral("shop"));
    person.press(*restore, QWizard::CommitButton);
    QVERIFY(person.settle());
    QVERIFY2(headline(*restore).contains(QStringLiteral("shop")), qPrintable(problem(*restore)));
    QCOMPARE(countIn(*m_cluster, "shop"), QByteArray("347"));
    person.click(*restore, "undo");
    QVERIFY(person.settle());
    QVERIFY2(headline(*restore).contains(QStringLiteral("as it was before")), qPrintable(problem(*restore)));
    QVERIFY(!child<QTableView>(*restore, "comparison")->isVisible()); // it is about what gave way again
    QVERIFY2(restore->currentPage()->subTitle().startsWith(QStringLiteral("It has ended")),
             qPrintable(restore->currentPage()->subTitle()));
    QVERIFY(!restore->button(QWizard::CancelButton)->isVisible());
    QCOMPARE(countIn(*m_cluster, "shop"), QByteArray("300"));
    person.press(*restore, QWizard::FinishButton);
    QVERIFY_RESULT(
        m_cluster->psql("shop", "insert into animals select n, 'a' || n from generate_series(301, 347) n"));
}

void tst_Journey::aWrongPasswordIsToldAndTheRightOneTriedAtOnce()
{
    Person person;
    auto *const wizard = person.open<NewProfileWizard>("newProfile");
    person.write(*wizard, "connection.host", QStringLiteral("127.0.0.1"));
    person.write(*wizard, "connection.port", QString::number(m_cluster->port()));
    person.write(*wizard, "connection.dbname", QStringLiteral("shop"));
    person.write(*wizard, "connection.user", QStringLiteral("guarded"));
    person.write(*wizard, "password", QStringLiteral("wrong-word"));
    person.click(*wizard, "testConnection");
    QVERIFY(person.settle());
    QVERIFY2(problem(*wizard).contains(QStringLiteral("guarded")), qPrintable(problem(*wizard)));
    QVERIFY(!problem(*wizard).contains(QStringLiteral("wrong-word")));
    person.write(*wizard, "password", QStringLiteral("right"));
    QCOMPARE(problem(*wizard), QString()); // it is about another password now
    person.click(*wizard, "testConnection");
    QVERIFY(person.settle());
    QCOMPARE(problem(*wizard), QString());
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void tst_Journey::aServerThatIsDownIsToldAndTriedAgain()
{
    Person person;
    person.makeProfile(*m_cluster, QStringLiteral("shop"));
    GO_ON_UNLESS_FAILED();
    m_cluster->stop(SIGINT);
    auto *const wizard = person.open<BackupWizard>("backUp");
    person.press(*wizard, QWizard::NextButton);
    QVERIFY(person.settle());
    QVERIFY(!problem(*wizard).isEmpty());
    QVERIFY(!wizard->button(QWizard::CommitButton)->isEnabled());
    QVERIFY_RESULT(m_cluster->resume());
    person.click(child<QAbstractButton>(*wizard->currentPage(), "errorAction"));
    QVERIFY(person.settle());
    QCOMPARE(problem(*wizard), QString());
    QVERIFY(wizard->button(QWizard::CommitButton)->isEnabled());
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void tst_Journey::aFullDiskIsToldAndLeavesNothing()
{
    Person person;
    person.makeProfile(*m_cluster, QStringLiteral("shop"));
    GO_ON_UNLESS_FAILED();
    const test::SmallDisk disk(person.repository(), "size=40m");
    auto *const wizard = person.open<BackupWizard>("backUp");
    person.press(*wizard, QWizard::NextButton);
    QVERIFY(person.settle());
    disk.fill(0); // after the plan was made, so the work itself meets it
    person.press(*wizard, QWizard::CommitButton);
    QVERIFY(person.settle());
    QVERIFY(!problem(*wizard).isEmpty());
    person.press(*wizard, QWizard::FinishButton);
    disk.emptyAgain();
    QCOMPARE(archives(person), QStringList());
    QCOMPARE(person.sets().size(), 0);
    proveABackup(person);
}

void tst_Journey::aCutArchiveIsFoundAndNeverCalledGood()
{
    Person person;
    person.makeProfile(*m_cluster, QStringLiteral("shop"));
    GO_ON_UNLESS_FAILED();
    proveABackup(person);
    GO_ON_UNLESS_FAILED();
    QStringList files = archives(person);
    files =
        files.filter(QStringLiteral(".sql.gz")).filter(QRegularExpression(QStringLiteral("^(?!.*globals)")));
    QCOMPARE(files.size(), 1);
    QFile archive(files.first());
    QVERIFY(archive.resize(archive.size() - 20));
    person.choose("verify");
    QVERIFY(person.settle());
    QVERIFY(!problem(person.window()).isEmpty());
    QCOMPARE(person.sets().first().state, SetState::Damaged);
    QCOMPARE(child<QWidget>(person.window(), "verdictWord")->accessibleName(),
             QStringLiteral("Not protected"));
    const auto *const rows = child<QTableView>(person.window(), "history")->model();
    QCOMPARE(rows->rowCount(), 2); // the verification that failed, and the set
    QCOMPARE(rows->index(1, HistoryModel::State).data().toString(), QStringLiteral("damaged"));
    // It is not even offered for a restore.
    auto *const restore = person.open<RestoreWizard>("restore");
    QVERIFY(person.settle());
    QCOMPARE(child<QTableView>(*restore, "restoreSets")->model()->rowCount(), 0);
    QVERIFY(!restore->button(QWizard::NextButton)->isEnabled());
    QTest::keyClick(restore, Qt::Key_Escape);
}

void tst_Journey::stopInTheMiddleLeavesNothing()
{
    Person person;
    person.makeProfile(*m_cluster, QStringLiteral("shop"));
    GO_ON_UNLESS_FAILED();
    auto *const wizard = person.open<BackupWizard>("backUp");
    person.press(*wizard, QWizard::NextButton);
    QVERIFY(person.settle());
    const TableLock lock(*m_cluster);
    person.press(*wizard, QWizard::CommitButton);
    QTRY_VERIFY(!person.runner().active().isEmpty() && !person.runner().active().first()->phases().isEmpty());
    person.click(child<QAbstractButton>(*wizard->currentPage(), "stop"));
    QVERIFY(person.settle());
    QVERIFY(!problem(*wizard).isEmpty());
    QVERIFY(wizard->button(QWizard::FinishButton)->isEnabled());
    person.press(*wizard, QWizard::FinishButton);
    QCOMPARE(archives(person), QStringList());
    QCOMPARE(person.sets().size(), 0);
}

void tst_Journey::closingTheWizardLeavesTheWorkToTheMainWindow()
{
    Person person;
    person.makeProfile(*m_cluster, QStringLiteral("shop"));
    GO_ON_UNLESS_FAILED();
    auto *const wizard = person.open<BackupWizard>("backUp");
    person.press(*wizard, QWizard::NextButton);
    QVERIFY(person.settle());
    auto lock = std::make_unique<TableLock>(*m_cluster);
    person.press(*wizard, QWizard::CommitButton);
    QTRY_VERIFY(!person.runner().active().isEmpty());
    QTest::keyClick(wizard, Qt::Key_Escape);
    QTRY_VERIFY(person.window().findChildren<BackupWizard *>().isEmpty() || !wizard->isVisible());
    QVERIFY(child<QAbstractButton>(*person.window().centralWidget(), "stop")->isVisible());
    // Closing the main window asks what shall become of it, and "Stay" changes nothing.
    person.window().close();
    QVERIFY(person.window().isVisible());
    lock.reset();
    QVERIFY(person.settle());
    QCOMPARE(person.sets().size(), 1);
}
