#include "tests/ui/tst_Verdict.h"

#include "core/procedure/StepJournal.h"
#include "core/service/AlarmService.h"
#include "core/service/RetentionHold.h"
#include "tests/ui/Child.h"
#include "tests/ui/ShownWindow.h"
#include "ui/dialogs/AlarmsDialog.h"
#include "ui/dialogs/ScheduleDialog.h"
#include "ui/main/KindTile.h"
#include "ui/support/Labels.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

using namespace masclet;
using masclet::test::child;
using masclet::test::ShownWindow;
using masclet::test::UiDesk;

namespace
{

using Break = std::function<void(UiDesk &)>;

RepositoryLock lockOf(UiDesk &desk)
{
    Result<RepositoryLock> lock = desk.repository().lock({}, {}, {});
    if (!lock)
        qFatal("%s", test::reason(lock).constData());
    return std::move(*lock);
}

/// Every way out of a test is a failure there, so what cannot be arranged ends it.
void arranged(const Result<> &result)
{
    if (!result)
        qFatal("%s", test::reason(result).constData());
}

void giveOption(UiDesk &desk, const char *option, const OptionValue &value)
{
    StoredProfile stored = desk.stored();
    stored.give(*optionByPath(QString::fromLatin1(option)), value);
    arranged(desk.context().services.profiles.save(stored));
}

/// A service that nobody has started again.
void leaveServiceDown(UiDesk &desk)
{
    JournalledStep step;
    step.runId = newRunId(desk.clock());
    step.number = 1;
    step.kind = QStringLiteral("stop-service");
    step.profile = desk.profile().name;
    step.profileId = desk.profile().id;
    step.machine = QStringLiteral("granja");
    arranged(journalBegun(desk.repository().journal(), lockOf(desk), step));
}

void holdRetention(UiDesk &desk)
{
    arranged(raiseHold(desk.repository().journal(), lockOf(desk), desk.profile().id, desk.newestSet(),
                       QStringLiteral("The server is <b>another</b> one.")));
}

/// The main window of a desk that something happened to before.
struct Broken {
    explicit Broken(const Break &happened, UiDesk::History history = UiDesk::History::Month)
        : desk(history)
    {
        happened(desk);
        window.resize(1280, 800);
        window.showProfiles();
        window.show();
        settle();
    }
    void settle()
    {
        if (!test::settle(desk.runner()))
            qFatal("the window does not come to rest");
    }
    void press() { QTest::keyClick(child<QPushButton>(window, "remedy"), Qt::Key_Space); }
    QString sentence() const { return child<QLabel>(window, "verdict")->text(); }

    UiDesk desk;
    MainWindow window{desk.context()};
};

QDialog *openedBy(const MainWindow &window)
{
    const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    const auto found = std::find_if(dialogs.begin(), dialogs.end(),
                                    [](const QDialog *dialog) { return dialog->isVisible(); });
    return found == dialogs.end() ? nullptr : *found;
}

} // namespace

void tst_Verdict::theButtonMendsWhatTheSentenceSays_data()
{
    QTest::addColumn<Break>("happened");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("opens");
    QTest::newRow("no copy for days")
        << Break([](UiDesk &desk) { desk.clock().advance(std::chrono::days(3)); })
        << QStringLiteral("is 78 h") << QStringLiteral("Back up now…")
        << QStringLiteral("masclet::BackupWizard");
    QTest::newRow("never restored") << Break([](UiDesk &desk) {
        giveOption(desk, "schedule.restore_test", QStringLiteral("every"));
        desk.addSet(lockOf(desk), 50'000, SetState::Verified);
    }) << QStringLiteral("verified but not restored")
                                    << QStringLiteral("Test restore…")
                                    << QStringLiteral("masclet::RestoreTestWizard");
    QTest::newRow("a service is down")
        << Break(leaveServiceDown) << QString() << QStringLiteral("Show alarms…")
        << QStringLiteral("masclet::AlarmsDialog");
    QTest::newRow("a check failed") << Break([](UiDesk &desk) {
        giveOption(desk, "checks.free_space", qint64(1) << 50);
    }) << QStringLiteral("free") << QStringLiteral("Checklist…")
                                    << QStringLiteral("masclet::ChecklistDialog");
}

void tst_Verdict::theButtonMendsWhatTheSentenceSays()
{
    QFETCH(const Break, happened);
    QFETCH(const QString, sentence);
    QFETCH(const QString, button);
    QFETCH(const QString, opens);
    Broken broken(happened);
    QVERIFY2(broken.sentence().contains(sentence), qPrintable(broken.sentence()));
    const auto *const remedy = child<QPushButton>(broken.window, "remedy");
    QVERIFY(remedy->isVisible());
    QCOMPARE(remedy->text(), button);
    broken.press();
    const QDialog *const opened = openedBy(broken.window);
    QVERIFY(opened);
    QCOMPARE(QString::fromLatin1(opened->metaObject()->className()), opens);
    broken.settle();
}

/// Only somebody who sets up a schedule mends that nothing starts backups.
void tst_Verdict::whatNothingMendsHasNoButton()
{
    const Broken broken([](UiDesk &desk) { desk.clock().setWall(desk.clock().now().addDays(-2)); });
    QVERIFY2(broken.sentence().contains(QStringLiteral("clock")), qPrintable(broken.sentence()));
    QVERIFY(!child<QPushButton>(broken.window, "remedy")->isVisible());
}

void tst_Verdict::aMissingScheduleHasTheWayToIt()
{
    Broken broken([](UiDesk &) {});
    QVERIFY2(broken.sentence().contains(QStringLiteral("Nothing starts backups")),
             qPrintable(broken.sentence()));
    QCOMPARE(child<QPushButton>(broken.window, "remedy")->text(), QStringLiteral("Schedule…"));
    broken.press();
    QVERIFY(qobject_cast<ScheduleDialog *>(openedBy(broken.window)));
    broken.settle();
}

void tst_Verdict::theNewestSetIsVerifiedWhateverRowIsSelected()
{
    Broken broken([](UiDesk &desk) { desk.addSet(lockOf(desk), 50'000, SetState::Complete); });
    QVERIFY2(broken.sentence().contains(QStringLiteral("is not verified")), qPrintable(broken.sentence()));
    const HistoryView &history = *broken.window.findChild<HistoryView *>();
    child<QTableView>(broken.window, "history")->selectRow(5);
    broken.settle();
    QVERIFY(history.selected().id != broken.desk.newestSet());
    QCOMPARE(child<QPushButton>(broken.window, "remedy")->text(), QStringLiteral("Verify it now"));
    broken.press();
    QCOMPARE(broken.desk.runner().active().size(), 1);
    QCOMPARE(broken.desk.runner().active().first()->title().text,
             QStringLiteral("Verifying %1").arg(broken.desk.newestSet()));
    broken.settle();
    // Its bytes are no archive, and that stays on the screen until somebody closes it.
    QVERIFY(child<QLabel>(*broken.window.centralWidget(), "errorMessage")->isVisible());
    QCOMPARE(broken.desk.repository().set(broken.desk.newestSet())->state, SetState::Damaged);
}

void tst_Verdict::theRunThatFailedIsSelected()
{
    Broken broken([](UiDesk &desk) { desk.addFailedRun(lockOf(desk), QStringLiteral("The disk is full.")); });
    QVERIFY2(broken.sentence().contains(QStringLiteral("The disk is full.")), qPrintable(broken.sentence()));
    QCOMPARE(child<QPushButton>(broken.window, "remedy")->text(), QStringLiteral("Show what happened"));
    child<QTableView>(broken.window, "history")->selectRow(3);
    broken.settle();
    broken.press();
    broken.settle();
    const HistoryView &history = *broken.window.findChild<HistoryView *>();
    QVERIFY(!history.selected().isSet);
    QCOMPARE(history.selectedEntry()->run->message, QStringLiteral("The disk is full."));
}

void tst_Verdict::aHoldIsLiftedByTheOneWhoLooked()
{
    Broken broken(holdRetention);
    // That no schedule is there comes after it.
    QVERIFY2(broken.sentence().contains(QStringLiteral("<b>another</b>")), qPrintable(broken.sentence()));
    auto *const look = child<QPushButton>(broken.window, "remedy");
    QCOMPARE(look->text(), QStringLiteral("Look at it…"));
    broken.press();
    auto *const box = qobject_cast<QMessageBox *>(openedBy(broken.window));
    QVERIFY(box);
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QVERIFY(box->informativeText().contains(QStringLiteral("<b>another</b>")));
    QTest::keyClick(child<QPushButton>(*box, "acceptServer"), Qt::Key_Space);
    broken.settle();
    const Result<QList<JournalRecord>> records = broken.desk.repository().journal().records();
    QVERIFY_RESULT(records);
    QCOMPARE(holdsOf(*records, broken.desk.profile().id).size(), 0);
    QCOMPARE(look->text(), QStringLiteral("Schedule…"));
}

void tst_Verdict::aHoldStaysWhenItIsLeft()
{
    Broken broken(holdRetention);
    broken.press();
    QDialog *const box = openedBy(broken.window);
    QVERIFY(box);
    QTest::keyClick(box, Qt::Key_Escape);
    broken.settle();
    QVERIFY(!openedBy(broken.window));
    const Result<QList<JournalRecord>> records = broken.desk.repository().journal().records();
    QVERIFY_RESULT(records);
    QCOMPARE(holdsOf(*records, broken.desk.profile().id).size(), 1);
}

/// While the question stands, a backup finds something else.
void tst_Verdict::aHoldThatNobodySawStays()
{
    Broken broken(holdRetention);
    broken.press();
    const QDialog *const box = openedBy(broken.window);
    QVERIFY(box);
    arranged(raiseHold(broken.desk.repository().journal(), lockOf(broken.desk), broken.desk.profile().id,
                       broken.desk.newestSet(), QStringLiteral("Far fewer rows.")));
    QTest::keyClick(child<QPushButton>(*box, "acceptServer"), Qt::Key_Space);
    broken.settle();
    const Result<QList<JournalRecord>> records = broken.desk.repository().journal().records();
    QVERIFY_RESULT(records);
    QCOMPARE(holdsOf(*records, broken.desk.profile().id).size(), 2);
    const auto *const problem = child<QLabel>(*broken.window.centralWidget(), "errorMessage");
    QVERIFY2(problem->text().contains(QStringLiteral("since you looked")), qPrintable(problem->text()));
}

void tst_Verdict::anAlarmIsPutRightAndLeavesTheWindow()
{
    Broken broken(leaveServiceDown);
    QCOMPARE(child<QWidget>(broken.window, "verdictWord")->accessibleName(), QStringLiteral("Not protected"));
    broken.press();
    auto *const dialog = qobject_cast<AlarmsDialog *>(openedBy(broken.window));
    QVERIFY(dialog);
    const QPointer<QPushButton> done = child<QPushButton>(*dialog, "acknowledge");
    QTest::keyClick(done, Qt::Key_Space);
    broken.settle();
    QVERIFY(!done || !done->isVisible());
    const Result<QList<Alarm>> alarms = standingAlarms(broken.desk.repository(), broken.desk.profile());
    QVERIFY_RESULT(alarms);
    QCOMPARE(alarms->size(), 0);
    QCOMPARE(child<QWidget>(broken.window, "verdictWord")->accessibleName(),
             QStringLiteral("Needs attention"));
}

void tst_Verdict::aTileTellsAgeStateAndSize()
{
    const QDateTime now(QDate(2025, 2, 18), QTime(8, 0), Qt::UTC);
    KindTile tile(QStringLiteral("config"));
    KindOverview kind;
    kind.kind = QStringLiteral("config");
    kind.wanted = true;
    kind.setId = QStringLiteral("masclet_imperi_20250218");
    kind.newest = now.addSecs(-3 * 3600);
    kind.storedBytes = 3 * 1024 * 1024;
    const auto told = [&](SetState state) {
        kind.state = state;
        tile.showKind(kind, now);
        return tile.accessibleName();
    };
    QCOMPARE(told(SetState::RestoreTested),
             QStringLiteral("Configuration: 3 h 0 min ago, restore-tested, 3.0 MB"));
    QCOMPARE(told(SetState::Damaged), QStringLiteral("Configuration: 3 h 0 min ago, damaged, 3.0 MB"));
    // Also when the profile leaves it out now: the copy that is there is worth knowing.
    kind.wanted = false;
    QVERIFY(told(SetState::Verified).contains(QStringLiteral("verified")));
}

void tst_Verdict::aTileTellsWhatIsLeftOutOrMissing()
{
    const QDateTime now(QDate(2025, 2, 18), QTime(8, 0), Qt::UTC);
    KindTile tile(QStringLiteral("logs"));
    tile.showKind({QStringLiteral("logs"), false, {}, {}, 0, SetState::Complete}, now);
    QCOMPARE(tile.accessibleName(), QStringLiteral("Logs: Left out, not in the profile"));
    tile.showKind({QStringLiteral("logs"), true, {}, {}, 0, SetState::Complete}, now);
    QCOMPARE(tile.accessibleName(), QStringLiteral("Logs: No copy yet, in no set"));
    tile.showNothing();
    QVERIFY2(!tile.accessibleName().contains(QStringLiteral("No copy")), qPrintable(tile.accessibleName()));
}

void tst_Verdict::withoutABackupTheFirstOneIsOffered()
{
    const ShownWindow shown(UiDesk::History::Profile);
    QCOMPARE(child<QWidget>(shown.window, "verdictWord")->accessibleName(),
             QStringLiteral("Needs attention"));
    QVERIFY2(shown.text("verdict").contains(QStringLiteral("no verified backup yet")),
             qPrintable(shown.text("verdict")));
    QVERIFY(child<QLabel>(shown.window, "emptyHistory")->isVisible());
    QVERIFY2(shown.text("emptyHistory").contains(QStringLiteral("\"Back up\" makes the first one")),
             qPrintable(shown.text("emptyHistory")));
    for (const char *action : {"restore", "testRestore", "verify", "pin", "openFolder", "copyCommand"})
        QVERIFY2(!child<QAction>(shown.window, action)->isEnabled(), action);
    QVERIFY(child<QAction>(shown.window, "backUp")->isEnabled());
    QTest::keyClick(child<QPushButton>(shown.window, "remedy"), Qt::Key_Space);
    const QDialog *const opened = openedBy(shown.window);
    QVERIFY(opened);
    QCOMPARE(QByteArray(opened->metaObject()->className()), QByteArray("masclet::BackupWizard"));
}

void tst_Verdict::theWelcomeLeadsToAProfile()
{
    const ShownWindow shown(UiDesk::History::None);
    QVERIFY(!child<QWidget>(shown.window, "verdictWord")->isVisible());
    QTest::keyClick(child<QPushButton>(shown.window, "firstProfile"), Qt::Key_Space);
    const QDialog *const opened = openedBy(shown.window);
    QVERIFY(opened);
    QCOMPARE(QByteArray(opened->metaObject()->className()), QByteArray("masclet::NewProfileWizard"));
}

void tst_Verdict::aboutNamesVersionAndLicences()
{
    const ShownWindow shown(UiDesk::History::None);
    child<QAction>(shown.window, "about")->trigger();
    const auto *const box = qobject_cast<QMessageBox *>(openedBy(shown.window));
    QVERIFY(box);
    QVERIFY2(box->text().contains(QStringLiteral(MASCLET_VERSION)), qPrintable(box->text()));
    for (const char *part : {"GPL-3.0-or-later", "QCustomPlot", "Lucide (ISC)"})
        QVERIFY2(box->informativeText().contains(QString::fromLatin1(part)), part);
}
