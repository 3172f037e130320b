#include "tests/ui/tst_Dialogs.h"

#include "core/service/ChecklistService.h"
#include "core/service/DayFactsReader.h"
#include "core/service/RetentionService.h"
#include "tests/ui/Child.h"
#include "tests/ui/Settle.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/ChecklistDialog.h"
#include "ui/dialogs/LogsDialog.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/dialogs/RetentionDialog.h"
#include "ui/support/ErrorPanel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTreeWidget>

using namespace masclet;
using masclet::test::child;
using masclet::test::settle;
using masclet::test::UiDesk;

void tst_Dialogs::theChecklistShowsSevenItemsAndTheirEvidence()
{
    UiDesk desk(UiDesk::History::Month);
    ChecklistDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    auto *const items = child<QTreeWidget>(dialog, "checkItems");
    QCOMPARE(items->topLevelItemCount(), 7);
    items->setFocus();
    for (int row = 0; row < 7; ++row) {
        QCOMPARE(items->indexOfTopLevelItem(items->currentItem()), row);
        QVERIFY(!child<QLabel>(dialog, "finding")->text().isEmpty());
        QTest::keyClick(items, Qt::Key_Down);
    }
    QVERIFY(child<QPlainTextEdit>(dialog, "evidence")->toPlainText().contains(QStringLiteral("$ ")));
}

void tst_Dialogs::aVerdictAndASignatureAreKept()
{
    UiDesk desk(UiDesk::History::Month);
    ChecklistDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    auto *const signButton = child<QPushButton>(dialog, "sign");
    QVERIFY(!signButton->isEnabled()); // nobody is named
    QTest::keyClicks(child<QLineEdit>(dialog, "signName"), QStringLiteral("Marta"));
    QVERIFY(signButton->isEnabled());
    QTest::keyClick(child<QRadioButton>(dialog, "verdict-accepted"), Qt::Key_Space);
    QTest::keyClicks(child<QLineEdit>(dialog, "verdictNote"), QStringLiteral("seen"));
    QTest::keyClick(child<QPushButton>(dialog, "keepVerdict"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QTest::keyClick(signButton, Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    const Result<ChecklistReport> kept = ChecklistService(desk.context().services).look({desk.profile(), {}});
    QVERIFY_RESULT(kept);
    QVERIFY(kept->day.isSigned());
    QCOMPARE(kept->day.signOff->name, QStringLiteral("Marta"));
    QVERIFY(kept->day.entries.first().verdict);
    QCOMPARE(kept->day.entries.first().verdict->verdict, Verdict::Accepted);
    QCOMPARE(kept->day.entries.first().verdict->note, QStringLiteral("seen"));
}

void tst_Dialogs::retentionShowsWhatItDecidesAndDeletesJustThat()
{
    UiDesk desk(UiDesk::History::Month);
    const Result<RetentionDecision> decision =
        RetentionService(desk.context().services).decide(desk.profile());
    QVERIFY_RESULT(decision);
    const QStringList toDelete = decision->setsToDelete();
    QVERIFY(!toDelete.isEmpty());
    RetentionDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    QCOMPARE(child<QTableView>(dialog, "retentionSets")->model()->rowCount(), int(decision->items.size()));
    QTest::keyClicks(child<QLineEdit>(dialog, "retentionName"), QStringLiteral("masclet_imperi"));
    QTest::keyClick(child<QPushButton>(dialog, "retentionApply"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    const Result<QList<StoredSet>> left = desk.repository().sets();
    QVERIFY_RESULT(left);
    QCOMPARE(left->size(), decision->items.size() - toDelete.size());
    for (const StoredSet &set : *left)
        QVERIFY(!toDelete.contains(set.id));
}

void tst_Dialogs::retentionWaitsForTheNameAndForTheSameList()
{
    UiDesk desk(UiDesk::History::Month);
    RetentionDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    auto *const apply = child<QPushButton>(dialog, "retentionApply");
    auto *const name = child<QLineEdit>(dialog, "retentionName");
    QTest::keyClicks(name, QStringLiteral("masclet_imper"));
    QVERIFY(!apply->isEnabled());
    QTest::keyClicks(name, QStringLiteral("i"));
    QVERIFY(apply->isEnabled());
    // Another set came meanwhile, so one more would be deleted than was shown.
    {
        const Result<RepositoryLock> lock = desk.repository().lock({}, {}, {});
        QVERIFY_RESULT(lock);
        desk.addSet(*lock, 1000, true);
    }
    const qsizetype before = desk.repository().sets()->size();
    QTest::keyClick(apply, Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QCOMPARE(desk.repository().sets()->size(), before);
    QVERIFY(child<QLabel>(dialog, "errorMessage")->isVisible());
}

void tst_Dialogs::logsAreFilteredByLevelAndText()
{
    UiDesk desk(UiDesk::History::Month);
    const QString run = desk.repository().set(desk.newestSet())->runId;
    QFile log(desk.path(QStringLiteral("backups/runs/%1.log").arg(run)));
    QVERIFY(QDir().mkpath(desk.path(QStringLiteral("backups/runs"))) && log.open(QIODevice::WriteOnly));
    log.write(logLine(desk.clock().now(), LogLevel::Info, QStringLiteral("dumping shop")) + '\n');
    log.write(logLine(desk.clock().now(), LogLevel::Warning, QStringLiteral("slow disk")) + '\n');
    log.close();
    LogsDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    auto *const lines = child<QTableView>(dialog, "logLines")->model();
    QCOMPARE(lines->rowCount(), 2);
    QTest::keyClick(child<QComboBox>(dialog, "logLevel"), Qt::Key_Down);
    QCOMPARE(lines->rowCount(), 1);
    QTest::keyClicks(child<QLineEdit>(dialog, "logSearch"), QStringLiteral("shop"));
    QCOMPARE(lines->rowCount(), 0);
}

void tst_Dialogs::preferencesAreSavedAsAWhole()
{
    UiDesk desk(UiDesk::History::Profile);
    PreferencesDialog dialog(desk.context(), desk.stored());
    dialog.show();
    auto *const buttons = dialog.findChild<QDialogButtonBox *>();
    auto *const size = child<QLineEdit>(dialog, "checks.minimum_size");
    size->setText(QStringLiteral("much"));
    QVERIFY(!buttons->button(QDialogButtonBox::Save)->isEnabled());
    size->setText(QStringLiteral("5 MB"));
    child<QLineEdit>(dialog, "title")->setText(QStringLiteral("Granja"));
    QTest::keyClick(buttons->button(QDialogButtonBox::Save), Qt::Key_Space);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(desk.profile().title, QStringLiteral("Granja"));
    QCOMPARE(desk.profile().checks.minimumSize, 5LL * 1024 * 1024);
}

void tst_Dialogs::escapeLeavesTheProfileAsItIs()
{
    UiDesk desk(UiDesk::History::Profile);
    const Profile before = desk.profile();
    PreferencesDialog dialog(desk.context(), desk.stored());
    dialog.show();
    child<QLineEdit>(dialog, "title")->setText(QStringLiteral("Other"));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(desk.profile(), before);
}

void tst_Dialogs::foreignTextIsShownAsItStands()
{
    ErrorPanel panel;
    panel.show();
    panel.showError({ErrorKind::Dump,
                     QStringLiteral("<b>bold</b>"),
                     QStringLiteral("<i>hint</i>"),
                     QStringLiteral("line one\nline \x1b[31mtwo"),
                     {QStringLiteral("dumping <u>shop</u>")}});
    auto *const message = child<QLabel>(panel, "errorMessage");
    QCOMPARE(message->textFormat(), Qt::PlainText);
    QCOMPARE(message->text(), QStringLiteral("<b>bold</b>"));
    QTest::keyClick(child<QPushButton>(panel, "errorMore"), Qt::Key_Space);
    auto *const details = child<QPlainTextEdit>(panel, "errorDetails");
    QVERIFY(details->isVisible());
    QVERIFY(details->toPlainText().contains(QStringLiteral("line one")));
    QVERIFY(!details->toPlainText().contains(QChar(0x1b)));
}

void tst_Dialogs::whatWasNotShownIsNotSigned()
{
    UiDesk desk(UiDesk::History::Month);
    ChecklistDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    // Meanwhile another window judges the day again, with another result.
    const ChecklistRequest request{desk.profile(), {}};
    const Result<Checklist> checklist = openChecklist(desk.repository(), desk.clock());
    QVERIFY_RESULT(checklist);
    const Result<ChecklistReport> shown = ChecklistService(desk.context().services).look(request);
    QVERIFY_RESULT(shown);
    ChecklistResults results;
    results.profileId = desk.profile().id;
    results.checks = shown->day.checks();
    results.checks.last().result = CheckResult::Fail;
    results.checks.last().finding = QStringLiteral("The disk is full.");
    QVERIFY_RESULT(checklist->addResults(desk.profile().name, shown->day.day, results));

    QTest::keyClicks(child<QLineEdit>(dialog, "signName"), QStringLiteral("Marta"));
    QTest::keyClick(child<QPushButton>(dialog, "sign"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    const Result<ChecklistReport> after = ChecklistService(desk.context().services).look(request);
    QVERIFY_RESULT(after);
    QVERIFY(!after->day.signOff);
    QVERIFY(!child<QLabel>(dialog, "errorMessage")->text().isEmpty());
}

/// Yesterday's results beside today's; the day can be opened and signed afterwards.
void tst_Dialogs::aDayThatNobodySignedIsOpenedAndSigned()
{
    UiDesk desk(UiDesk::History::Month);
    const QDate day(2025, 2, 17);
    const Result<Checklist> checklist = openChecklist(desk.repository(), desk.clock());
    QVERIFY_RESULT(checklist);
    ChecklistResults results;
    results.profileId = desk.profile().id;
    for (const CheckItemRow &row : masclet::checkItems())
        results.checks << Check{row.item, CheckResult::Warn, QStringLiteral("seen then"), {}, {}, {}, {}, {}};
    QVERIFY_RESULT(checklist->addResults(desk.profile().name, day, results));

    ChecklistDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    const auto *const items = child<QTreeWidget>(dialog, "checkItems");
    QCOMPARE(items->topLevelItem(2)->toolTip(1), QStringLiteral("Warning"));
    auto *const days = child<QComboBox>(dialog, "checkDays");
    QCOMPARE(days->count(), 2);
    QCOMPARE(days->itemData(1).toDate(), day);

    ChecklistDialog earlier(desk.context(), desk.profile(), day);
    earlier.show();
    QVERIFY(settle(desk.runner()));
    QCOMPARE(child<QLabel>(earlier, "finding")->text(), QStringLiteral("seen then"));
    QVERIFY(!child<QPushButton>(earlier, "checkAll")->isEnabled());
    QVERIFY(!child<QPushButton>(earlier, "checkOne")->isVisible());
    QTest::keyClicks(child<QLineEdit>(earlier, "signName"), QStringLiteral("Marta"));
    QTest::keyClick(child<QPushButton>(earlier, "sign"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    const Result<ChecklistDay> kept = checklist->day(desk.profile().name, day);
    QVERIFY_RESULT(kept);
    QVERIFY(kept->isSigned());
}

void tst_Dialogs::oneItemIsCheckedAlone()
{
    UiDesk desk(UiDesk::History::Month);
    ChecklistDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    const ChecklistService service(desk.context().services);
    const Result<ChecklistReport> before = service.look({desk.profile(), {}});
    QVERIFY_RESULT(before);
    QTest::keyClick(child<QTreeWidget>(dialog, "checkItems"), Qt::Key_Down);
    desk.clock().advance(std::chrono::minutes(5));
    QTest::keyClick(child<QPushButton>(dialog, "checkOne"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    const Result<ChecklistReport> after = service.look({desk.profile(), {}});
    QVERIFY_RESULT(after);
    QCOMPARE(before->day.evaluated.secsTo(after->day.evaluated), 300);
    QFile file(desk.path(QStringLiteral("backups/checklists/masclet_imperi_20250218.jsonl")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.last().count("\"finding\""), 1);
}
