#include "tests/ui/tst_Pages.h"

#include "core/service/KeptDatabases.h"
#include "core/service/RetentionHold.h"
#include "tests/support/TestMain.h"
#include "tests/ui/LayoutCheck.h"
#include "tests/ui/PageCheck.h"
#include "tests/ui/Screens.h"
#include "tests/ui/Settle.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/AlarmsDialog.h"
#include "ui/dialogs/ChecklistDialog.h"
#include "ui/dialogs/LogsDialog.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/dialogs/RetentionDialog.h"
#include "ui/main/DeskActions.h"
#include "ui/main/MainWindow.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/NewProfileWizard.h"
#include "ui/wizards/RestoreTestWizard.h"
#include "ui/wizards/RestoreWizard.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>

using namespace masclet;
using masclet::test::keyboardFaults;
using masclet::test::markupFaults;
using masclet::test::settle;
using masclet::test::UiDesk;

namespace
{

QStringList ofEveryScreen(const std::function<QStringList(QWidget &)> &look, const QString &database = {})
{
    QStringList faults;
    const test::ScreenVisitor visit = [&](const QString &name, QWidget &screen) {
        for (const QString &fault : look(screen))
            faults << name + QStringLiteral(": ") + fault;
    };
    if (database.isEmpty())
        test::visitScreens(visit);
    else
        test::visitScreens(visit, database);
    return faults;
}

using Make = std::function<QDialog *(UiDesk &)>;

void addDialogs()
{
    QTest::addColumn<Make>("make");
    QTest::newRow("alarms") << Make([](UiDesk &desk) {
        Alarm alarm;
        alarm.sentence = QStringLiteral("The service web is down.");
        return new AlarmsDialog(desk.context(), desk.profile(), {alarm});
    });
    QTest::newRow("checklist") << Make(
        [](UiDesk &desk) { return new ChecklistDialog(desk.context(), desk.profile()); });
    QTest::newRow("logs") << Make(
        [](UiDesk &desk) { return new LogsDialog(desk.context(), desk.profile()); });
    QTest::newRow("preferences") << Make(
        [](UiDesk &desk) { return new PreferencesDialog(desk.context(), desk.stored()); });
    QTest::newRow("retention") << Make(
        [](UiDesk &desk) { return new RetentionDialog(desk.context(), desk.profile()); });
    QTest::newRow("backup") << Make(
        [](UiDesk &desk) { return new BackupWizard(desk.context(), desk.profile()); });
    QTest::newRow("new profile") << Make([](UiDesk &desk) { return new NewProfileWizard(desk.context()); });
    QTest::newRow("restore test") << Make(
        [](UiDesk &desk) { return new RestoreTestWizard(desk.context(), desk.profile(), desk.newestSet()); });
    QTest::newRow("restore") << Make(
        [](UiDesk &desk) { return new RestoreWizard(desk.context(), desk.profile(), {}); });
}

/// What must not change by itself: profile and sets.
struct Kept {
    explicit Kept(UiDesk &desk)
        : profile(desk.profile())
    {
        const Result<QList<StoredSet>> stored = desk.repository().sets();
        for (const StoredSet &set : stored.value_or(QList<StoredSet>()))
            sets << set.id;
    }
    Profile profile;
    QStringList sets;
    friend bool operator==(const Kept &, const Kept &) = default;
};

} // namespace

void tst_Pages::everythingIsReachedByTabAndHasAName()
{
    const QStringList faults =
        ofEveryScreen([](QWidget &screen) { return keyboardFaults(screen) + test::enterFaults(screen); });
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("\n") + faults.join(u'\n')));
}

void tst_Pages::foreignNamesAreShownAsTheyStand()
{
    const QString foreign = QStringLiteral("<b>R&D</b>");
    const QStringList faults =
        ofEveryScreen([&](QWidget &screen) { return markupFaults(screen, foreign); }, foreign);
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("\n") + faults.join(u'\n')));
}

void tst_Pages::questionsShowForeignNamesAsTheyStand()
{
    const QString foreign = QStringLiteral("<b>R&D</b>");
    UiDesk desk(UiDesk::History::Month);
    {
        const Result<RepositoryLock> lock = desk.repository().lock({}, {}, {});
        QVERIFY_RESULT(lock);
        QVERIFY_RESULT(
            raiseHold(desk.repository().journal(), *lock, desk.profile().id, desk.newestSet(), foreign));
    }
    MainWindow window(desk.context());
    window.showProfiles();
    window.show();
    QVERIFY(settle(desk.runner()));
    auto *const actions = window.findChild<DeskActions *>();
    KeptDatabase kept;
    kept.database = kept.name = foreign.toUtf8();
    actions->goBack(kept);
    actions->mend(Remedy::AcceptServer);
    desk.runner().run(
        {foreign, foreign, {}}, this,
        [](JobContext &context) -> Result<> {
            while (!context.stopRequested())
                QThread::yieldCurrentThread();
            return {};
        },
        [](const Result<> &) {});
    QVERIFY(!window.close());
    const QList<QDialog *> questions = window.findChildren<QDialog *>(Qt::FindDirectChildrenOnly);
    QCOMPARE(questions.size(), 3);
    for (const QDialog *question : questions) {
        int shown = 0;
        const QList<QLabel *> labels = question->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->text().contains(QStringLiteral("<b>R&")))
                continue;
            ++shown;
            QCOMPARE(label->textFormat(), Qt::PlainText);
            // An ampersand is doubled where it would underline the next letter, and only there.
            QCOMPARE(label->text().contains(QStringLiteral("R&&D")), label->buddy() != nullptr);
        }
        QVERIFY2(shown > 0, question->metaObject()->className());
        const QStringList faults = markupFaults(*question, foreign);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
}

/// One and a half times the usual size; lists and tables scroll then, but nothing lies over another thing.
void tst_Pages::aLargeFontHidesNothing()
{
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 1.5);
    QApplication::setFont(large);
    const QStringList faults = ofEveryScreen(
        [](QWidget &screen) { return test::layoutFaults(screen).filter(QStringLiteral("overlap:")); });
    QApplication::setFont(usual);
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("\n") + faults.join(u'\n')));
}

void tst_Pages::escapeClosesAndChangesNothing_data()
{
    addDialogs();
}

void tst_Pages::escapeClosesAndChangesNothing()
{
    QFETCH(const Make, make);
    UiDesk desk(UiDesk::History::Month);
    const Kept before(desk);
    const QPointer<QDialog> dialog = make(desk);
    dialog->show();
    QVERIFY(settle(desk.runner()));
    QTest::keyClick(dialog.data(), Qt::Key_Escape);
    QVERIFY(!dialog || !dialog->isVisible());
    QVERIFY(settle(desk.runner()));
    QVERIFY(Kept(desk) == before);
    delete dialog.data();
}

void tst_Pages::enterInAFieldDestroysNothing_data()
{
    addDialogs();
}

/// Somebody types and ends with Enter: fields that need no button take it, and no button is pressed that
/// deletes, replaces or throws the window away.
void tst_Pages::enterInAFieldDestroysNothing()
{
    QFETCH(const Make, make);
    UiDesk desk(UiDesk::History::Month);
    const Kept before(desk);
    const QPointer<QDialog> dialog = make(desk);
    dialog->show();
    QVERIFY(settle(desk.runner()));
    const QList<QLineEdit *> edits = dialog->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (!edit->isVisible() || !edit->isEnabled() || edit->isReadOnly() || !edit->text().isEmpty())
            continue;
        edit->setFocus();
        edit->setText(QStringLiteral("masclet_imperi"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(settle(desk.runner()));
        QVERIFY2(dialog && dialog->isVisible(), qPrintable(edit->objectName()));
        edit->clear();
    }
    QVERIFY(Kept(desk) == before);
    delete dialog.data();
}
