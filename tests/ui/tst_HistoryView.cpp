#include "tests/ui/tst_HistoryView.h"

#include "core/service/HistoryService.h"
#include "tests/ui/Child.h"
#include "tests/ui/ShownWindow.h"
#include "ui/main/HistoryView.h"
#include "ui/main/TrendChart.h"
#include "ui/models/CatalogReader.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

using namespace masclet;
using masclet::test::child;
using masclet::test::ShownWindow;
using masclet::test::UiDesk;

namespace
{

/// The newest run of that state.
RunRecord newestRun(UiDesk &desk, RunState state)
{
    const Result<QList<RunRecord>> runs = readRuns(desk.repository(), desk.profile(), JournalWish::allRuns);
    if (runs) {
        for (const RunRecord &run : *runs) {
            if (run.state == state)
                return run;
        }
    }
    qFatal("no such run");
}

bool isEnabled(const ShownWindow &shown, const char *action)
{
    return shown.window.findChild<QAction *>(QString::fromLatin1(action))->isEnabled();
}

} // namespace

/// A set that retention deleted has its run still, which the list leaves out at first.
void tst_HistoryView::whatTheTrendSelectsIsShownThoughTheListLeavesItOut()
{
    ShownWindow shown(UiDesk::History::Month);
    const RunRecord run = newestRun(shown.desk, RunState::Ok);
    child<QComboBox>(shown.window, "historyKind")->setCurrentIndex(1);
    QVERIFY(shown.settle());
    QVERIFY(shown.history().model().rowOf({run.id, false}) < 0);

    Q_EMIT shown.window.findChild<TrendChart *>()->picked(run.id, false);
    QVERIFY(shown.settle());
    QCOMPARE(shown.history().selected().id, run.id);
    QVERIFY2(shown.text("detailFacts").contains(run.id), qPrintable(shown.text("detailFacts")));
}

/// In no list at all: the catalog does not have it yet.
void tst_HistoryView::whatIsInNoListIsShownByItsName()
{
    ShownWindow shown(UiDesk::History::Month);
    const QString unknown = QStringLiteral("20250218T010007Z-ffffff");
    Q_EMIT shown.window.findChild<TrendChart *>()->picked(unknown, false);
    QVERIFY(shown.settle());
    const auto *const message = child<QLabel>(*child<QTabWidget>(shown.window, "details"), "errorMessage");
    QVERIFY2(message->text().contains(unknown), qPrintable(message->text()));
    QVERIFY(!isEnabled(shown, "verify"));
    QVERIFY(!isEnabled(shown, "pin"));
}

void tst_HistoryView::onTheRowOfARunNothingActsOnASet()
{
    ShownWindow shown(UiDesk::History::Month);
    for (const char *action : {"testRestore", "verify", "copyCommand", "pin", "openFolder"})
        QVERIFY2(isEnabled(shown, action), action);
    shown.history().select({newestRun(shown.desk, RunState::Failed).id, false});
    QVERIFY(shown.settle());
    for (const char *action : {"testRestore", "verify", "copyCommand", "pin", "openFolder"})
        QVERIFY2(!isEnabled(shown, action), action);
    QVERIFY(isEnabled(shown, "restore")); // its wizard asks which
}

/// Not "There is no backup yet", which would be a lie.
void tst_HistoryView::aCatalogThatCannotBeReadIsTold()
{
    QTemporaryDir folder;
    CatalogReader reader(folder.filePath(QStringLiteral("nowhere.sqlite")));
    HistoryView view(reader);
    view.resize(900, 400);
    view.show();
    view.showProfile(QStringLiteral("r"), QStringLiteral("p1"), QStringLiteral("shop"), {});
    const auto *const empty = child<QLabel>(view, "emptyHistory");
    QTRY_VERIFY2(empty->text().contains(QStringLiteral("cannot be read")), qPrintable(empty->text()));
    QVERIFY(empty->isVisible());
    QVERIFY(!empty->text().contains(QStringLiteral("no backup yet")));
}

void tst_HistoryView::aHeaderSortsOrShowsNoArrow()
{
    ShownWindow shown(UiDesk::History::Month);
    auto *const table = child<QTableView>(shown.window, "history");
    QHeaderView *const header = table->horizontalHeader();
    const auto click = [&](int column) {
        const QPoint place(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                           header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        return shown.settle();
    };
    const auto texts = [&](int column) {
        QStringList found;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            found << table->model()->index(row, column).data().toString();
        return found;
    };
    QVERIFY(click(HistoryModel::State));
    QCOMPARE(header->sortIndicatorSection(), int(HistoryModel::State));
    QCOMPARE(texts(HistoryModel::State).mid(0, 2), QStringList(2, QStringLiteral("failed")));
    QVERIFY(click(HistoryModel::State));
    QVERIFY(texts(HistoryModel::State).mid(28) == QStringList(2, QStringLiteral("failed")));
    // The change against others is worked out row by row.
    const QStringList before = texts(HistoryModel::Started);
    QVERIFY(click(HistoryModel::Change));
    QCOMPARE(header->sortIndicatorSection(), int(HistoryModel::State));
    QCOMPARE(texts(HistoryModel::Started), before);
}

void tst_HistoryView::enterGoesToTheDetails()
{
    ShownWindow shown(UiDesk::History::Month);
    shown.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    auto *const table = child<QTableView>(shown.window, "history");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(child<QTabWidget>(shown.window, "details")->isAncestorOf(QApplication::focusWidget()));
}
