#include "tests/ui/tst_ProfileWatch.h"

#include "core/base/DiskWait.h"
#include "core/checks/Checklist.h"
#include "core/procedure/StepJournal.h"
#include "core/service/DayFactsReader.h"
#include "core/service/KeptDatabases.h"
#include "tests/ui/Child.h"
#include "tests/ui/ShownWindow.h"
#include "ui/dialogs/ChecklistDialog.h"
#include "ui/main/ProfileList.h"
#include "ui/main/ProfileWatch.h"
#include "ui/main/TrayIcon.h"
#include "ui/support/Labels.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QInputDialog>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <semaphore>

using namespace masclet;
using masclet::test::child;
using masclet::test::ShownWindow;
using masclet::test::UiDesk;

namespace
{

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Some work of the desk ends, which makes every window look again.
void endSomeWork(UiDesk &desk)
{
    desk.runner().run(
        {QStringLiteral("some work"), {}, {}}, &desk.runner(), [](JobContext &) -> Result<> { return {}; },
        [](const Result<> &) {});
}

} // namespace

void tst_ProfileWatch::nothingOfTheProfileBeforeStaysWhenOneCannotBeRead()
{
    ShownWindow shown(UiDesk::History::Month);
    const QString path = shown.desk.addProfile(QStringLiteral("other"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    writeFile(path, "title = [");
    shown.window.showProfiles();
    QVERIFY(shown.settle());
    QCOMPARE(shown.history().model().rowCount(), 30);

    auto *const profiles = child<ProfileList>(shown.window, "profiles");
    profiles->setCurrentRow(1);
    endSomeWork(shown.desk);
    QVERIFY(shown.settle());
    QVERIFY2(shown.text("verdict").contains(path), qPrintable(shown.text("verdict")));
    QVERIFY(shown.window.findChild<ProfileWatch *>()->profile().name.isEmpty());
    QCOMPARE(shown.history().model().rowCount(), 0);
    QVERIFY(child<QLabel>(shown.window, "historyTotal")->text().isEmpty()); // not known is not none
    for (const char *action : {"backUp", "restore", "testRestore", "verify", "retention", "checklist"})
        QVERIFY2(!shown.window.findChild<QAction *>(QString::fromLatin1(action))->isEnabled(), action);

    writeFile(path, good);
    QTest::keyClick(child<QPushButton>(shown.window, "remedy"), Qt::Key_Space);
    QVERIFY(shown.settle());
    QCOMPARE(shown.window.findChild<ProfileWatch *>()->profile().name, QStringLiteral("other"));
    QVERIFY(shown.window.findChild<QAction *>(QStringLiteral("backUp"))->isEnabled());
}

void tst_ProfileWatch::anAlarmOfAProfileThatIsNotShownIsSeen()
{
    UiDesk desk(UiDesk::History::Month);
    desk.addProfile(QStringLiteral("other"));
    desk.addProfile(QStringLiteral("third"));
    QVERIFY(QFile::remove(desk.path(QStringLiteral("third/repository.json"))));
    {
        Result<Repository> other = Repository::open(desk.path(QStringLiteral("other")), desk.clock());
        QVERIFY_RESULT(other);
        const Result<RepositoryLock> lock = other->lock({}, {}, {});
        QVERIFY_RESULT(lock);
        JournalledStep step; // a service that nobody has started again
        step.runId = newRunId(desk.clock());
        step.number = 1;
        step.kind = QStringLiteral("stop-service");
        step.profile = QStringLiteral("other");
        step.profileId = desk.context().services.profiles.load(step.profile)->profile.id;
        QVERIFY_RESULT(journalBegun(other->journal(), *lock, step));
    }
    MainWindow window(desk.context());
    window.showProfiles();
    window.show();
    QVERIFY(test::settle(desk.runner()));
    auto *const profiles = child<ProfileList>(window, "profiles");
    const auto told = [&](int row) {
        return profiles->item(row)->data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(profiles->currentRow(), 0);
    QCOMPARE(told(0), QStringLiteral("masclet_imperi: Needs attention"));
    QCOMPARE(told(1), QStringLiteral("other: Not protected"));
    QCOMPARE(told(2), QStringLiteral("third: Could not check"));
    const auto *const tray = window.findChild<QSystemTrayIcon *>();
    QVERIFY2(tray->toolTip().contains(QStringLiteral("other: Not protected")), qPrintable(tray->toolTip()));

    // Reading the list again does not make it forget.
    profiles->setCurrentRow(2);
    window.showProfiles();
    QCOMPARE(told(1), QStringLiteral("other: Not protected"));
}

/// The desktop is told what got worse and what is over; not what it knows, and not each step on the way back.
void tst_ProfileWatch::theDesktopIsToldWhatIsNew()
{
    using L = StatusLevel;
    QVERIFY(!TrayIcon::isNews({}, L::Critical)); // the window itself is about to show it
    QVERIFY(!TrayIcon::isNews(L::Critical, L::Critical));
    QVERIFY(TrayIcon::isNews(L::Ok, L::Warning));
    QVERIFY(TrayIcon::isNews(L::Warning, L::Critical));
    QVERIFY(!TrayIcon::isNews(L::Critical, L::Warning));
    QVERIFY(TrayIcon::isNews(L::Critical, L::Ok));
    QVERIFY(TrayIcon::isNews(L::Warning, L::Ok));
}

void tst_ProfileWatch::aRepositoryThatIsLostTurnsItsDotGrey()
{
    ShownWindow shown(UiDesk::History::Month);
    shown.desk.addProfile(QStringLiteral("other"));
    shown.window.showProfiles();
    QVERIFY(shown.settle());
    auto *const profiles = child<ProfileList>(shown.window, "profiles");
    const auto told = [&] {
        return profiles->item(0)->data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(told(), QStringLiteral("masclet_imperi: Needs attention"));
    QVERIFY(QFile::remove(shown.desk.path(QStringLiteral("backups/repository.json"))));
    endSomeWork(shown.desk);
    QVERIFY(shown.settle());
    QCOMPARE(told(), QStringLiteral("masclet_imperi: Could not check"));
}

void tst_ProfileWatch::theHistoryIsReadAlsoWhereTheOverviewCannotBe()
{
    ShownWindow shown(UiDesk::History::Month);
    const int before = shown.history().model().rowCount();
    const QString verdict = shown.text("verdict");
    const QString checklists = shown.desk.path(QStringLiteral("backups/checklists"));
    QVERIFY(QDir(checklists).removeRecursively());
    writeFile(checklists, {});
    {
        const Result<RepositoryLock> lock = shown.desk.repository().lock({}, {}, {});
        QVERIFY_RESULT(lock);
        shown.desk.addFailedRun(*lock, QStringLiteral("no space"));
    }
    endSomeWork(shown.desk);
    QVERIFY(shown.settle());
    QVERIFY(shown.text("verdict") != verdict);
    QCOMPARE(shown.history().model().rowCount(), before + 1);
}

void tst_ProfileWatch::daysNobodySignedLeadToTheirChecklist()
{
    ShownWindow shown(UiDesk::History::Month);
    auto *const line = child<ToneLabel>(shown.window, "unsignedDays");
    QVERIFY(!line->isVisible());
    const Result<Checklist> checklist = openChecklist(shown.desk.repository(), shown.desk.clock());
    QVERIFY_RESULT(checklist);
    ChecklistResults results;
    results.profileId = shown.desk.profile().id;
    results.checks << Check{
        CheckItem::Size, CheckResult::Pass, QStringLiteral("seen then"), {}, {}, {}, {}, {}};
    for (const int day : {15, 17})
        QVERIFY_RESULT(checklist->addResults(shown.desk.profile().name, QDate(2025, 2, day), results));
    endSomeWork(shown.desk);
    QVERIFY(shown.settle());
    QVERIFY(line->isVisible());
    QVERIFY2(line->text().startsWith(QStringLiteral("2 day")), qPrintable(line->text()));
    QTest::keyClick(child<QPushButton>(shown.window, "unsignedDaysButton"), Qt::Key_Space);
    const auto *const dialog = shown.window.findChild<ChecklistDialog *>();
    QVERIFY(dialog);
    QVERIFY(shown.settle());
    QCOMPARE(child<QComboBox>(*dialog, "checkDays")->currentData().toDate(), QDate(2025, 2, 15));
}

void tst_ProfileWatch::aKeptDatabaseCanComeBack()
{
    ShownWindow shown(UiDesk::History::Month);
    {
        const Result<RepositoryLock> lock = shown.desk.repository().lock({}, {}, {});
        QVERIFY_RESULT(lock);
        KeptDatabase kept;
        kept.database = "masclet_imperi";
        kept.name = "masclet_imperi__old_1";
        kept.oid = 16400;
        kept.profileId = shown.desk.profile().id;
        QVERIFY_RESULT(journalKeptDatabase(shown.desk.repository().journal(), *lock, kept));
    }
    endSomeWork(shown.desk);
    QVERIFY(shown.settle());
    const auto *const line = child<ToneLabel>(shown.window, "keptDatabase");
    QVERIFY(line->isVisible());
    QVERIFY2(line->text().contains(QStringLiteral("masclet_imperi__old_1")) &&
                 line->text().contains(QStringLiteral("2025-02-25")),
             qPrintable(line->text()));
    const auto answer = [&](const QString &typed) {
        QTest::keyClick(child<QPushButton>(shown.window, "keptDatabaseButton"), Qt::Key_Space);
        auto *const box = child<QInputDialog>(shown.window, "goBack");
        box->setTextValue(typed);
        box->accept();
        QVERIFY(shown.settle());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    answer(QStringLiteral("something else"));
    QVERIFY(shown.text("errorMessage").contains(QStringLiteral("something else")));
    // No server is there: that it was asked for is what is seen here, tst_Restore goes back for real.
    answer(QStringLiteral("masclet_imperi"));
    QVERIFY2(shown.text("errorMessage").contains(QStringLiteral("PostgreSQL server")),
             qPrintable(shown.text("errorMessage")));
}

/// Fault S08: a reading that never ends must not leave a verdict standing.
void tst_ProfileWatch::aDiskThatIsSilentTakesTheVerdictAway()
{
    std::counting_semaphore<100> disk(0);
    ShownWindow shown(UiDesk::History::Month);
    QVERIFY2(shown.text("verdict").contains(QStringLiteral("Nothing starts")),
             qPrintable(shown.text("verdict")));
    shown.desk.runner().setDiskPatience(std::chrono::milliseconds(50));
    const auto atLast = qScopeGuard([&] { disk.release(); }); // a failing test must not hang
    const QThread *const main = QThread::currentThread();
    shown.desk.clock().whenAsked = [&] { // what reads stops here, as in a call to the disk
        if (QThread::currentThread() == main)
            return;
        const DiskCall call;
        disk.acquire();
        disk.release();
    };
    endSomeWork(shown.desk);
    QTRY_VERIFY2(shown.text("verdict").contains(QStringLiteral("does not answer")),
                 qPrintable(shown.text("verdict")));
    disk.release();
    QTRY_VERIFY2(shown.text("verdict").contains(QStringLiteral("Nothing starts")),
                 qPrintable(shown.text("verdict")));
    QVERIFY(shown.settle());
    shown.desk.clock().whenAsked = nullptr;
}
