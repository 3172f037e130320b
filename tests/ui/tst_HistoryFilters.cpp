#include "tests/ui/tst_HistoryFilters.h"

#include "tests/ui/Child.h"
#include "tests/ui/Shell.h"
#include "tests/ui/ShownWindow.h"
#include "ui/main/ProfileList.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>

using namespace masclet;
using masclet::test::child;
using masclet::test::ShownWindow;
using masclet::test::UiDesk;

namespace
{

/// The main window of a month, with its history used.
struct ListedMonth : ShownWindow {
    ListedMonth()
        : ShownWindow(UiDesk::History::Month)
        , table(*child<QTableView>(window, "history"))
    {
    }
    int rows() const { return history().model().rowCount(); }
    int pick(const char *filter, int choice)
    {
        child<QComboBox>(window, filter)->setCurrentIndex(choice);
        return settle() ? rows() : -1;
    }
    int pickState(const QString &state)
    {
        return pick("historyState", child<QComboBox>(window, "historyState")->findData(state));
    }
    int search(const QString &text)
    {
        child<QLineEdit>(window, "historySearch")->setText(text);
        return settle() ? rows() : -1;
    }
    /// The menu of that row, by the right button.
    QMenu *menuOf(int row)
    {
        const QPoint place = table.visualRect(table.model()->index(row, 0)).center();
        QTest::mouseClick(table.viewport(), Qt::RightButton, {}, place);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, table.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(table.viewport(), &event);
        settle();
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }
    QAction &action(const char *name) { return *child<QAction>(window, name); }

    QTableView &table;
};

QStringList namesOf(const QMenu &menu)
{
    QStringList names;
    for (const QAction *action : menu.actions()) {
        if (!action->isSeparator())
            names << (action->menu() ? namesOf(*action->menu()) : QStringList(action->objectName()));
    }
    return names;
}

} // namespace

void tst_HistoryFilters::theListShowsSetsProblemsOrEverything()
{
    ListedMonth shown;
    QCOMPARE(shown.rows(), 30); // 28 sets, 2 failed runs
    QCOMPARE(shown.pick("historyShow", 1), 28);
    QCOMPARE(shown.pick("historyShow", 2), 2);
    QCOMPARE(shown.pick("historyShow", 3), 63); // each set has its run, and five their test's
    QCOMPARE(shown.text("historyTotal").left(2), QStringLiteral("63"));
    QCOMPARE(shown.pick("historyShow", 0), 30);
}

void tst_HistoryFilters::aStateIsPicked()
{
    ListedMonth shown;
    QCOMPARE(shown.pickState(nameOf(SetState::RestoreTested)), 7);
    for (int row = 0; row < shown.rows(); ++row)
        QCOMPARE(shown.table.model()->index(row, HistoryModel::State).data().toString(),
                 QStringLiteral("restore-tested"));
    QCOMPARE(shown.pickState(nameOf(SetState::Verified)), 21);
    QCOMPARE(shown.pickState(nameOf(RunState::Failed)), 2);
    QCOMPARE(shown.pickState(nameOf(SetState::Damaged)), 0);
    QCOMPARE(shown.pick("historyState", 0), 30);
}

void tst_HistoryFilters::aKindIsPicked()
{
    ListedMonth shown;
    QCOMPARE(shown.pick("historyKind", 1), 28); // all hold the database; a failed run holds nothing
    QCOMPARE(shown.pick("historyKind", 2), 0);
    QVERIFY(child<QLabel>(shown.window, "emptyHistory")->isVisible());
}

void tst_HistoryFilters::theSearchFindsNameAuthorAndProblem()
{
    ListedMonth shown;
    QCOMPARE(shown.search(QStringLiteral("20250214")), 1);
    QCOMPARE(shown.search(QStringLiteral("  20250214 ")), 1);
    QCOMPARE(shown.search(QStringLiteral("ROOT@granja")), 30);
    QCOMPARE(shown.search(QStringLiteral("does not answer")), 2);
    // Signs that stand for nothing else.
    QCOMPARE(shown.search(QStringLiteral("%")), 0);
    QCOMPARE(shown.search(QStringLiteral("_2025021_")), 0);
    QCOMPARE(shown.search(QString()), 30);
}

void tst_HistoryFilters::whatMatchesNothingSaysSo()
{
    ListedMonth shown;
    QCOMPARE(shown.search(QStringLiteral("nobody wrote this")), 0);
    QCOMPARE(shown.text("emptyHistory"), QStringLiteral("Nothing matches these filters."));
    QVERIFY(!shown.table.isVisible());
    for (const char *name : {"verify", "pin", "openFolder"})
        QVERIFY2(!shown.action(name).isEnabled(), name);
    // One that is there is found among those that are filtered, and only there.
    QCOMPARE(shown.pick("historyShow", 2), 0);
    QCOMPARE(shown.search(QStringLiteral("does not")), 2);
    QVERIFY(shown.table.isVisible());
}

void tst_HistoryFilters::filtersStayWithTheNextProfile()
{
    ListedMonth shown;
    shown.desk.addProfile(QStringLiteral("other"));
    shown.window.showProfiles();
    QVERIFY(shown.settle());
    QCOMPARE(shown.pick("historyShow", 2), 2);
    auto *const profiles = child<ProfileList>(shown.window, "profiles");
    profiles->setCurrentRow(1);
    QVERIFY(shown.settle());
    // What is filtered is no word about whether there is a backup.
    QCOMPARE(shown.text("emptyHistory"), QStringLiteral("Nothing matches these filters."));
    profiles->setCurrentRow(0);
    QVERIFY(shown.settle());
    QCOMPARE(shown.rows(), 2);
}

void tst_HistoryFilters::theMenuActsOnTheRowUnderIt()
{
    ListedMonth shown;
    const QPointer<QMenu> menu = shown.menuOf(4);
    QVERIFY(menu);
    QCOMPARE(namesOf(*menu).join(u' '),
             QStringLiteral("testRestore restore verify pin openFolder copyCommand copyPinCommand"));
    QCOMPARE(shown.table.currentIndex().row(), 4);
    QTest::keyClick(menu.data(), Qt::Key_Down);
    QTest::keyClick(menu.data(), Qt::Key_Return);
    QVERIFY(shown.settle());
    const QString wanted = shown.history().selected().id;
    const QList<QDialog *> dialogs = shown.window.findChildren<QDialog *>();
    QCOMPARE(dialogs.size(), 1);
    QVERIFY2(dialogs.first()->windowTitle().contains(wanted), qPrintable(dialogs.first()->windowTitle()));
    QTRY_VERIFY(!menu);
}

void tst_HistoryFilters::theMenuOpensByTheKeyboard()
{
    ListedMonth shown;
    shown.table.setFocus();
    shown.table.selectRow(3);
    QVERIFY(shown.settle());
    const QRect row = shown.table.visualRect(shown.table.currentIndex());
    // Where Qt says that the keyboard is, as the platforms do.
    const QPoint where = shown.table.inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, where, shown.table.viewport()->mapToGlobal(where));
    QCoreApplication::sendEvent(shown.table.viewport(), &event);
    auto *const menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(shown.table.currentIndex().row(), 3);
    // At the row it is about, not where the mouse happens to be.
    const QPoint place = shown.table.viewport()->mapFromGlobal(menu->pos());
    QVERIFY2(place.y() >= row.top() && place.y() <= row.bottom() + 1,
             QByteArray::number(place.y()).constData());
    QTest::keyClick(menu, Qt::Key_Escape);
    QVERIFY(!menu->isVisible());
}

void tst_HistoryFilters::aPinIsSetAndLifted()
{
    ListedMonth shown;
    const QString set = shown.history().selected().id;
    const auto pinned = [&] {
        return shown.desk.repository().set(set)->evidence.pinned;
    };
    QCOMPARE(shown.action("pin").text(), QStringLiteral("&Pin"));
    shown.action("pin").trigger();
    QVERIFY(shown.settle());
    QVERIFY(pinned());
    QCOMPARE(shown.action("pin").text(), QStringLiteral("Un&pin"));
    shown.action("pin").trigger();
    QVERIFY(shown.settle());
    QVERIFY(!pinned());
    QCOMPARE(shown.action("pin").text(), QStringLiteral("&Pin"));
}

void tst_HistoryFilters::theCommandsOfTheMenuDoTheSame()
{
    ListedMonth shown;
    const QString set = shown.history().selected().id;
    const auto typed = [&](const char *name) {
        shown.action(name).trigger();
        return test::typeIntoShell(QGuiApplication::clipboard()->text(), shown.desk.path(QString()));
    };
    const test::TypedCommand pin = typed("copyPinCommand");
    QVERIFY2(pin.exitCode == 0, pin.errors.constData());
    QVERIFY(shown.desk.repository().set(set)->evidence.pinned);
    QTRY_COMPARE(shown.action("copyPinCommand").text(), QStringLiteral("Un&pin")); // the desk has seen it
    const test::TypedCommand unpin = typed("copyPinCommand");
    QVERIFY2(unpin.exitCode == 0, unpin.errors.constData());
    QVERIFY(!shown.desk.repository().set(set)->evidence.pinned);
    const test::TypedCommand verify = typed("copyCommand");
    QCOMPARE(verify.exitCode, 16); // its bytes are no archive
    QCOMPARE(shown.desk.repository().set(set)->state, SetState::Damaged);
}

void tst_HistoryFilters::theFolderOfTheSetIsOpened()
{
    ListedMonth shown;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "takeUrl");
    const auto atLast = qScopeGuard([] { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); });
    shown.action("openFolder").trigger();
    QCOMPARE(m_opened, QUrl::fromLocalFile(shown.desk.path(QStringLiteral("backups/db"))));
}
