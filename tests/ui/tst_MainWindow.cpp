#include "tests/ui/tst_MainWindow.h"

#include "tests/ui/ShownWindow.h"
#include "ui/main/TrendChart.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

using namespace masclet;
using Shown = masclet::test::ShownWindow;
using masclet::test::UiDesk;

void tst_MainWindow::theVerdictAndTheHistoryAreShown()
{
    const Shown shown(UiDesk::History::Month);
    QVERIFY(shown.settled);
    QVERIFY(shown.window.isSettled());
    // The newest set is proven; nothing starts backups here, and that is said.
    QVERIFY(shown.text("verdict").contains(QStringLiteral("Nothing starts backups")));
    QTRY_COMPARE(shown.history().model().rowCount(), 30); // 28 sets, 2 failed runs
}

void tst_MainWindow::theNewestSetIsSelectedAndItsDetailsAreRead()
{
    const Shown shown(UiDesk::History::Month);
    QTRY_COMPARE(shown.history().selected().id, shown.desk.newestSet());
    auto *const details = shown.window.findChild<QTabWidget *>(QStringLiteral("details"));
    QTRY_COMPARE(details->count(), 7);
    QVERIFY(shown.text("detailFacts").contains(shown.desk.newestSet()));
    QCOMPARE(shown.window.findChild<QTableView *>(QStringLiteral("detailTables"))->model()->rowCount(), 5);
}

void tst_MainWindow::aFailedRunShowsWhatWentWrong()
{
    const Shown shown(UiDesk::History::Month);
    shown.window.findChild<QComboBox *>(QStringLiteral("historyShow"))->setCurrentIndex(2);
    QTRY_COMPARE(shown.history().model().rowCount(), 2);
    auto *const details = shown.window.findChild<QTabWidget *>(QStringLiteral("details"));
    const auto *const message = details->findChild<QLabel *>(QStringLiteral("errorMessage"));
    QTRY_VERIFY(message->text().contains(QStringLiteral("does not answer")));
}

void tst_MainWindow::theTrendTellsSizeDurationAndTestTime()
{
    const Shown shown(UiDesk::History::Month);
    const auto *const trend = shown.window.findChild<TrendChart *>();
    QCOMPARE(trend->bars(), 30);
    QVERIFY2(trend->textOf(0).endsWith(QStringLiteral("\nRestore test: 6.0 s")),
             qPrintable(trend->textOf(0)));
    QVERIFY2(trend->textOf(0).contains(QStringLiteral("39.1 kB, 10.0 s")), qPrintable(trend->textOf(0)));
    QVERIFY2(!trend->textOf(1).contains(QStringLiteral("Restore test")), qPrintable(trend->textOf(1)));
    // In units that make numbers of a size that can be read.
    QVERIFY2(shown.text("trendCaption").contains(QStringLiteral("(kB, left)")),
             qPrintable(shown.text("trendCaption")));
    QVERIFY2(shown.text("trendCaption").contains(QStringLiteral("(seconds, right)")),
             qPrintable(shown.text("trendCaption")));
}

void tst_MainWindow::theTrendSaysWhatWillStandThere()
{
    const Shown shown(UiDesk::History::Profile);
    QCOMPARE(shown.window.findChild<TrendChart *>()->bars(), 0);
    QVERIFY2(shown.text("trendCaption").startsWith(QStringLiteral("Each backup will stand here")),
             qPrintable(shown.text("trendCaption")));
}

void tst_MainWindow::whatHappensElsewhereAppears()
{
    Shown shown(UiDesk::History::Month);
    QTRY_COMPARE(shown.history().model().rowCount(), 30);
    {
        const Result<RepositoryLock> lock = shown.desk.repository().lock({}, {}, {});
        QVERIFY_RESULT(lock);
        shown.desk.addSet(*lock, 50'000, SetState::RestoreTested);
    }
    QTRY_COMPARE_WITH_TIMEOUT(shown.history().model().rowCount(), 31, 10'000);
}

void tst_MainWindow::withoutAProfileTheFirstStepIsOffered()
{
    const Shown shown(UiDesk::History::None);
    const auto *const button = shown.window.findChild<QPushButton *>(QStringLiteral("firstProfile"));
    QVERIFY(button->isVisible());
    QVERIFY(!shown.window.findChild<QAction *>(QStringLiteral("backUp"))->isEnabled());
    QVERIFY(shown.window.findChild<QAction *>(QStringLiteral("newProfile"))->isEnabled());
}

void tst_MainWindow::aRepositoryThatIsGoneIsToldWithAWayOut()
{
    UiDesk desk(UiDesk::History::Month);
    const QString repository = desk.path(QStringLiteral("backups"));
    const QString elsewhere = desk.path(QStringLiteral("elsewhere"));
    QVERIFY(QDir().rename(repository, elsewhere));
    MainWindow window(desk.context());
    window.showProfiles();
    window.show();
    auto *const verdict = window.findChild<QLabel *>(QStringLiteral("verdict"));
    QTRY_VERIFY(verdict->text().contains(repository));
    QVERIFY(QDir().rename(elsewhere, repository));
    QTest::keyClick(window.findChild<QPushButton *>(QStringLiteral("remedy")), Qt::Key_Space);
    QTRY_VERIFY(!verdict->text().contains(repository));
}

void tst_MainWindow::everyActionIsInAMenuAndHasAName()
{
    const Shown shown(UiDesk::History::Month);
    int seen = 0;
    for (const QAction *top : shown.window.menuBar()->actions()) {
        for (const QAction *action : top->menu()->actions()) {
            if (action->isSeparator())
                continue;
            ++seen;
            QVERIFY2(action->text().contains(u'&'), qPrintable(action->text()));
        }
    }
    QVERIFY(seen >= 12);
}

void tst_MainWindow::theWindowCanBeUsedByTheKeyboard()
{
    Shown shown(UiDesk::History::Month);
    shown.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    shown.window.findChild<QComboBox *>(QStringLiteral("historyShow"))->setFocus();
    // Tab leaves every place it comes to, and comes to the table, the filters and the details.
    QStringList places;
    for (int step = 0; step < 25 && QApplication::focusWidget(); ++step) {
        places << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const char *name : {"history", "historySearch", "historyShow"})
        QVERIFY2(places.contains(QString::fromLatin1(name)), name);
}
