#include "tests/ui/tst_Work.h"

#include "core/base/DiskWait.h"
#include "core/repository/RunLog.h"
#include "tests/ui/Child.h"
#include "tests/ui/ShownWindow.h"
#include "ui/dialogs/RetentionDialog.h"
#include "ui/main/ActivityRow.h"
#include "ui/main/ProfileWatch.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Labels.h"
#include "ui/wizards/DeskWizard.h"
#include "ui/wizards/RunPage.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <semaphore>

using namespace masclet;
using masclet::test::child;
using masclet::test::ShownWindow;
using masclet::test::UiDesk;

namespace
{

/// A work that goes on until it is let go or asked to stop.
class HeldWork
{
public:
    HeldWork(UiDesk &desk, QObject *receiver, const QString &verb = {})
        : m_runner(desk.runner())
    {
        m_runner.run(
            {QStringLiteral("Held work"), QStringLiteral("Nothing is left."), desk.profile().repository.path,
             verb},
            receiver,
            [this](JobContext &context) -> Result<> {
                context.limitDiskWait(std::chrono::milliseconds(50)); // it uses none
                context.phase(QStringLiteral("Holding"));
                m_begun.release();
                while (!m_goOn.try_acquire_for(std::chrono::milliseconds(5)))
                    MASCLET_TRY(context.proceed());
                return {};
            },
            [this](const Result<> &result) { outcome = result; });
        m_begun.acquire();
    }
    ~HeldWork() { letGo(); }
    void letGo()
    {
        if (!std::exchange(m_let, true))
            m_goOn.release();
    }

    std::optional<Result<>> outcome;

private:
    WorkRunner &m_runner;
    std::binary_semaphore m_begun{0};
    std::binary_semaphore m_goOn{0};
    bool m_let = false;
};

/// The question that closing the window asks.
QPushButton *answer(const ShownWindow &shown, const char *name)
{
    return child<QPushButton>(shown.window, name);
}

} // namespace

void tst_Work::closingGoesOnInTheBackgroundAndEndsWithTheWork()
{
    ShownWindow shown(UiDesk::History::Month);
    HeldWork work(shown.desk, this);
    QVERIFY(!shown.window.close());
    QVERIFY(shown.window.isVisible());
    QTest::mouseClick(answer(shown, "closeBackground"), Qt::LeftButton);
    QVERIFY(!shown.window.isVisible());
    QCOMPARE(shown.desk.runner().active().size(), 1);
    work.letGo();
    QTRY_VERIFY(work.outcome);
    QVERIFY_RESULT(*work.outcome);
    QVERIFY(!shown.window.isVisible());
}

void tst_Work::aWindowThatIsOpenedAgainStaysWhenTheWorkEnds()
{
    ShownWindow shown(UiDesk::History::Month);
    HeldWork work(shown.desk, this);
    QVERIFY(!shown.window.close());
    QTest::mouseClick(answer(shown, "closeBackground"), Qt::LeftButton);
    QVERIFY(!shown.window.isVisible());
    shown.window.showNormal(); // as a click on the tray does
    work.letGo();
    QTRY_VERIFY(work.outcome);
    QVERIFY(shown.settle());
    QVERIFY(shown.window.isVisible());
}

void tst_Work::closingCanStopTheWork()
{
    ShownWindow shown(UiDesk::History::Month);
    HeldWork work(shown.desk, this);
    QVERIFY(!shown.window.close());
    QTest::mouseClick(answer(shown, "closeStop"), Qt::LeftButton);
    QTRY_VERIFY(work.outcome);
    QVERIFY_FAILS(*work.outcome, ErrorKind::Stopped);
    QTRY_VERIFY(!shown.window.isVisible());
}

void tst_Work::closingCanBeTakenBack()
{
    ShownWindow shown(UiDesk::History::Month);
    HeldWork work(shown.desk, this);
    QVERIFY(!shown.window.close());
    QTest::mouseClick(answer(shown, "closeStay"), Qt::LeftButton);
    QVERIFY(shown.window.isVisible());
    work.letGo();
    QTRY_VERIFY(work.outcome);
    QVERIFY_RESULT(*work.outcome);
    QVERIFY(shown.settle());
    QVERIFY(shown.window.isVisible());
}

void tst_Work::aFailureInTheBackgroundBringsTheWindowBack()
{
    ShownWindow shown(UiDesk::History::Month);
    HeldWork before(shown.desk, this); // on the same repository
    shown.history().select({shown.desk.newestSet(), true});
    QVERIFY(QTest::qWaitFor([&] { return child<QAction>(shown.window, "verify")->isEnabled(); }));
    child<QAction>(shown.window, "verify")->trigger(); // its bytes are no archive
    QVERIFY(!shown.window.close());
    QTest::mouseClick(answer(shown, "closeBackground"), Qt::LeftButton);
    QVERIFY(!shown.window.isVisible());
    before.letGo();
    QVERIFY(shown.settle());
    QVERIFY(shown.window.isVisible());
    QVERIFY(child<QLabel>(*shown.window.centralWidget(), "errorMessage")->isVisible());
}

void tst_Work::aFailureOfRetentionIsToldWhenItsWindowIsClosed()
{
    ShownWindow shown(UiDesk::History::Month);
    HeldWork before(shown.desk, this); // on the same repository
    child<QAction>(shown.window, "retention")->trigger();
    const QPointer<RetentionDialog> dialog = shown.window.findChild<RetentionDialog *>();
    QTRY_VERIFY(child<QLineEdit>(*dialog, "retentionName")->isVisible());
    child<QLineEdit>(*dialog, "retentionName")->setText(QStringLiteral("masclet_imperi"));
    QTest::keyClick(child<QPushButton>(*dialog, "retentionApply"), Qt::Key_Space);
    QTest::keyClick(dialog.data(), Qt::Key_Escape);
    QVERIFY(!dialog || !dialog->isVisible());
    { // so that others would be deleted than were shown
        const Result<RepositoryLock> lock = shown.desk.repository().lock({}, {}, {});
        QVERIFY_RESULT(lock);
        shown.desk.addSet(*lock, 1000, SetState::RestoreTested);
    }
    before.letGo();
    QVERIFY(shown.settle());
    const auto *const problem = child<QLabel>(*shown.window.centralWidget(), "errorMessage");
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("Other sets")), qPrintable(problem->text()));
    QTRY_VERIFY(!dialog);
}

/// Fault S08: the thread is held by the kernel and neither ends nor stops.
void tst_Work::aLookUpWhoseDiskIsSilentIsToldAndEndsWhenItAnswers()
{
    std::counting_semaphore<10> disk(0); // outlives the desk, which waits for its threads
    UiDesk desk(UiDesk::History::None);
    const auto atLast = qScopeGuard([&] { disk.release(); }); // a failing test must not hang
    desk.runner().setDiskPatience(std::chrono::milliseconds(50));
    QList<Result<int>> told;
    desk.runner().look(
        this,
        [&](JobContext &) -> Result<int> {
            const DiskCall call;
            disk.acquire();
            return 7;
        },
        [&](const Result<int> &result) { told << result; });
    QTRY_COMPARE(told.size(), 1);
    QVERIFY_FAILS(told.first(), ErrorKind::Storage);
    QVERIFY(desk.runner().isHeldByDisk());
    disk.release();
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(told.last().value(), 7);
    QTRY_VERIFY(!desk.runner().isHeldByDisk());
}

void tst_Work::aWorkWhoseDiskIsSilentIsLeftAndRecorded()
{
    std::counting_semaphore<10> disk(0); // outlives the desk, which waits for its threads
    UiDesk desk(UiDesk::History::None);
    const auto atLast = qScopeGuard([&] { disk.release(); }); // a failing test must not hang
    QList<Result<>> told;
    QStringList recorded;
    const auto start = [&](RunPage &page) {
        return desk.runner().run(
            {QStringLiteral("Held work"), {}, {}}, &page,
            [&](JobContext &context) -> Result<> {
                context.limitDiskWait(std::chrono::milliseconds(50));
                context.whenLeft([&](const Error &why) { recorded << why.message; });
                {
                    const DiskCall call;
                    disk.acquire();
                }
                context.log().warning(QStringLiteral("It came late."));
                return {};
            },
            [&](const Result<> &result) {
                told << result;
                page.fail(result.error());
            });
    };
    const QPointer<DeskWizard> wizard = new DeskWizard(QStringLiteral("Held work"));
    wizard->addPage(new RunPage(QStringLiteral("Working"), start));
    wizard->show();
    QVERIFY(wizard->findChild<ActivityRow *>());
    QTRY_COMPARE(told.size(), 1);
    QVERIFY_FAILS(told.first(), ErrorKind::Storage);
    QCOMPARE(recorded, QStringList(told.first().error().message));
    QVERIFY(desk.runner().active().isEmpty());
    // Nobody follows it any more, and nothing keeps the window.
    QTRY_VERIFY(!wizard->findChild<ActivityRow *>());
    wizard->reject();
    QTRY_VERIFY(!wizard);
    disk.release();
    QTRY_VERIFY(desk.runner().isIdle());
    QCOMPARE(told.size(), 1); // what was recorded as left is not told as done
}

/// One profile's share is dead; that is no reason to leave the work of another one.
void tst_Work::aSilentDiskEndsNoWorkThatDoesNotUseIt()
{
    std::counting_semaphore<10> disk(0); // outlives the desk, which waits for its threads
    UiDesk desk(UiDesk::History::Profile);
    const auto atLast = qScopeGuard([&] { disk.release(); }); // a failing test must not hang
    desk.runner().setDiskPatience(std::chrono::milliseconds(50));
    QList<Result<>> told;
    desk.runner().look(
        this,
        [&](JobContext &) -> Result<> {
            const DiskCall call;
            disk.acquire();
            return {};
        },
        [&](const Result<> &result) { told << result; });
    HeldWork work(desk, this);
    QTRY_COMPARE(told.size(), 1); // which is when the work is looked at, too
    QVERIFY_FAILS(told.first(), ErrorKind::Storage);
    QVERIFY2(!work.outcome, qPrintable(work.outcome->error().message));
    QCOMPARE(desk.runner().active().size(), 1);
    work.letGo();
    QTRY_VERIFY(work.outcome);
    QVERIFY_RESULT(*work.outcome);
}

void tst_Work::aWorkSaysHowLongItUsuallyTakesAndWhenItIsSilent()
{
    ShownWindow shown(UiDesk::History::Month);
    HeldWork work(shown.desk, this, QStringLiteral("backup"));
    auto *const figures = child<QLabel>(shown.window, "activityFigures");
    auto *const title = child<ToneLabel>(shown.window, "activityTitle");
    QTRY_COMPARE(shown.desk.runner().active().first()->state(), ActiveWork::State::Running);
    QTRY_VERIFY2(figures->text().contains(QStringLiteral("usually 10.4 s to 10.7 s")),
                 qPrintable(figures->text()));
    shown.desk.clock().advance(std::chrono::seconds(119));
    QTRY_VERIFY2(figures->text().contains(QStringLiteral("1 min 59 s")), qPrintable(figures->text()));
    QCOMPARE(title->text(), QStringLiteral("Held work"));
    shown.desk.clock().advance(std::chrono::seconds(2));
    QTRY_VERIFY2(title->text().contains(QStringLiteral("no data for")), qPrintable(title->text()));
}

void tst_Work::aRunOfCronIsShownWithItsTimeAndLastLine()
{
    ShownWindow shown(UiDesk::History::Month);
    RunRecord run;
    run.id = newRunId(shown.desk.clock());
    Result<RepositoryLock> lock =
        shown.desk.repository().lock({QStringLiteral("backup"), run.id, {}}, {}, {});
    QVERIFY_RESULT(lock);
    run.verb = QStringLiteral("backup");
    run.profile = QStringLiteral("masclet_imperi");
    run.profileId = shown.desk.profile().id;
    run.trigger = QStringLiteral("schedule");
    run.author = QStringLiteral("root@granja");
    run.started = shown.desk.clock().now();
    QVERIFY_RESULT(shown.desk.repository().journal().runStarted(*lock, run));
    {
        const Result<Directory> runs = shown.desk.repository().root().openOrMakeChild("runs");
        QVERIFY_RESULT(runs);
        Result<std::unique_ptr<RunLog>> log = RunLog::create(*runs, run.id, shown.desk.clock());
        QVERIFY_RESULT(log);
        (*log)->info(QStringLiteral("Dumping <b>public.animals</b>"));
    }
    lock->showStep(QStringLiteral("Dumping"), shown.desk.clock().now());
    shown.desk.clock().advance(std::chrono::seconds(65));
    lock->showStep(QStringLiteral("Reading <b>back</b>"), shown.desk.clock().now());
    shown.window.findChild<ProfileWatch *>()->refresh();
    QVERIFY(shown.settle());
    const QString text = child<ToneLabel>(shown.window, "foreignRun")->text();
    for (const char *part :
         {"root@granja", "1 min 5 s so far", "usually 10.4 s to 10.7 s", "<b>public.animals</b>"})
        QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(text));
    const auto *const phases = child<QLabel>(shown.window, "foreignPhases");
    QVERIFY(phases->isVisible());
    QCOMPARE(phases->text(), QStringLiteral("✓ Dumping 1 min 5 s   ▸ Reading <b>back</b>"));
    QCOMPARE(phases->textFormat(), Qt::PlainText);
}
