#include "tests/ui/tst_Dialogs.h"

#include "app/Language.h"
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
#include "ui/support/Labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableView>
#include <QTreeWidget>

using namespace masclet;
using masclet::test::child;
using masclet::test::settle;
using masclet::test::UiDesk;

namespace
{

/// The log of the run that made the newest set.
void writeLog(UiDesk &desk, const QList<std::pair<LogLevel, QString>> &lines)
{
    const QString run = desk.repository().set(desk.newestSet())->runId;
    QFile log(desk.path(QStringLiteral("backups/runs/%1.log").arg(run)));
    if (!QDir().mkpath(desk.path(QStringLiteral("backups/runs"))) || !log.open(QIODevice::WriteOnly))
        qFatal("no log");
    for (const auto &[level, text] : lines)
        log.write(logLine(desk.clock().now(), level, text) + '\n');
}

} // namespace

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
        desk.addSet(*lock, 1000, SetState::RestoreTested);
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
    writeLog(desk, {{LogLevel::Info, QStringLiteral("dumping shop")},
                    {LogLevel::Warning, QStringLiteral("slow disk")},
                    {LogLevel::Error, QStringLiteral("no disk")}});
    LogsDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    auto *const lines = child<QTableView>(dialog, "logLines")->model();
    QCOMPARE(lines->rowCount(), 3);
    QCOMPARE(child<QLabel>(dialog, "logCount")->text(), QStringLiteral("1 error(s), 1 warning(s)"));
    QTest::keyClick(child<QComboBox>(dialog, "logLevel"), Qt::Key_Down);
    QVERIFY(!desk.runner().isIdle()); // chosen in the background
    QVERIFY(settle(desk.runner()));
    QCOMPARE(lines->rowCount(), 2);
    QTest::keyClicks(child<QLineEdit>(dialog, "logSearch"), QStringLiteral("SLOW"));
    QVERIFY(settle(desk.runner()));
    QCOMPARE(lines->rowCount(), 1);
    QTest::keyClick(child<QComboBox>(dialog, "logLevel"), Qt::Key_Down);
    QVERIFY(settle(desk.runner()));
    QCOMPARE(lines->rowCount(), 0);
}

void tst_Dialogs::aLongLogIsShownInPartAndFollowed()
{
    UiDesk desk(UiDesk::History::Month);
    QList<std::pair<LogLevel, QString>> many;
    for (int line = 0; line < 6000; ++line)
        many.append({LogLevel::Info, QStringLiteral("line %1").arg(line)});
    writeLog(desk, many);
    LogsDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    auto *const lines = child<QTableView>(dialog, "logLines")->model();
    QCOMPARE(lines->rowCount(), 5000);
    QCOMPARE(lines->index(4999, 2).data().toString(), QStringLiteral("line 5999"));
    QVERIFY2(child<QLabel>(dialog, "logCount")->text().contains(QStringLiteral("5000 of 6000")),
             qPrintable(child<QLabel>(dialog, "logCount")->text()));
    child<QCheckBox>(dialog, "logFollow")->setChecked(true);
    writeLog(desk, {{LogLevel::Info, QStringLiteral("the end")}});
    QTRY_COMPARE(lines->rowCount(), 1);
    QCOMPARE(lines->index(0, 2).data().toString(), QStringLiteral("the end"));
}

void tst_Dialogs::errorsSinceTheLastCheckAreCounted()
{
    UiDesk desk(UiDesk::History::Month);
    writeLog(desk, {{LogLevel::Warning, QStringLiteral("slow disk")},
                    {LogLevel::Error, QStringLiteral("no disk")}});
    const auto told = [&] {
        LogsDialog dialog(desk.context(), desk.profile());
        dialog.show();
        settle(desk.runner());
        return child<ToneLabel>(dialog, "logProblems")->text();
    };
    QVERIFY2(told().endsWith(QStringLiteral(": 1 error(s), 1 warning(s)")), qPrintable(told()));
    NullLog log;
    JobContext context({}, desk.clock(), log, {});
    QVERIFY_RESULT(
        ChecklistService(desk.context().services).evaluate({desk.profile(), {}}, KeepResults::Yes, context));
    QVERIFY2(told().endsWith(QStringLiteral(": 0 error(s), 0 warning(s)")), qPrintable(told()));
}

void tst_Dialogs::theJournalIsShownAndProven()
{
    UiDesk desk(UiDesk::History::Month);
    const Result<QList<JournalRecord>> records = desk.repository().journal().records();
    QVERIFY_RESULT(records);
    const auto look = [&](QString *verdict) {
        LogsDialog dialog(desk.context(), desk.profile());
        dialog.show();
        child<QTabWidget>(dialog, "logTabs")->setCurrentIndex(1);
        settle(desk.runner());
        *verdict = child<ToneLabel>(dialog, "journalVerdict")->text();
        const auto *const rows = child<QTableView>(dialog, "journalRecords")->model();
        return QStringList{QString::number(rows->rowCount()), rows->index(0, 2).data().toString()};
    };
    QString verdict;
    const QStringList shown = look(&verdict);
    QCOMPARE(shown.first(), QString::number(records->size()));
    QCOMPARE(shown.last(), records->last().type);
    QVERIFY2(verdict.startsWith(QStringLiteral("The journal is whole")), qPrintable(verdict));
    QFile journal(desk.path(QStringLiteral("backups/journal.jsonl")));
    QVERIFY(journal.open(QIODevice::ReadWrite));
    QByteArray text = journal.readAll();
    QVERIFY(journal.seek(text.indexOf("root@granja")) && journal.write("evil") == 4);
    journal.close();
    look(&verdict);
    QCOMPARE(verdict, QStringLiteral("The journal is not what was written, from line 1 on."));
}

/// Cut records leave no broken chain, but the set that their run made is there.
void tst_Dialogs::aJournalWithoutItsEndIsNotWhole()
{
    UiDesk desk(UiDesk::History::Month);
    QFile journal(desk.path(QStringLiteral("backups/journal.jsonl")));
    QVERIFY(journal.open(QIODevice::ReadWrite));
    const QByteArray text = journal.readAll();
    QVERIFY(journal.resize(text.lastIndexOf('\n', text.size() - 2) + 1));
    journal.close();
    LogsDialog dialog(desk.context(), desk.profile());
    dialog.show();
    child<QTabWidget>(dialog, "logTabs")->setCurrentIndex(1);
    QVERIFY(settle(desk.runner()));
    const QString verdict = child<ToneLabel>(dialog, "journalVerdict")->text();
    QVERIFY2(verdict.contains(QStringLiteral("Records are gone")), qPrintable(verdict));
    QVERIFY2(verdict.contains(desk.newestSet()), qPrintable(verdict));
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

void tst_Dialogs::whatTheEnvironmentDecidesIsShown()
{
    UiDesk desk(UiDesk::History::Profile);
    UiContext context{desk.context().services,
                      {{QStringLiteral("MASCLET_PORT"), QStringLiteral("6543")},
                       {QStringLiteral("PGUSER"), QStringLiteral("marta")}},
                      desk.runner()};
    PreferencesDialog dialog(context, desk.stored());
    dialog.show();
    child<QListWidget>(dialog, "sections")->setCurrentRow(1);
    QVERIFY(settle(desk.runner()));
    auto *const port = child<QLabel>(dialog, "connection.port.applied");
    QVERIFY(port->isVisible());
    QCOMPARE(port->text(), QStringLiteral("The environment decides: MASCLET_PORT is 6543."));
    auto *const user = child<QLabel>(dialog, "connection.user.applied");
    QVERIFY(user->isVisible());
    child<QLineEdit>(dialog, "connection.user")->setText(QStringLiteral("backup")); // libpq's give way to it
    QVERIFY(!user->isVisible());
    QVERIFY(!child<QLabel>(dialog, "connection.host.applied")->isVisible());
}

void tst_Dialogs::aProfileIsExportedAndImported()
{
    UiDesk desk(UiDesk::History::Profile);
    const auto choose = [&](PreferencesDialog &dialog, const char *button, const QString &name) {
        QTest::keyClick(child<QPushButton>(dialog, button), Qt::Key_Space);
        auto *const chooser = child<QFileDialog>(dialog, "profileFile");
        chooser->setDirectory(desk.path(QString()));
        auto *const edit = child<QLineEdit>(*chooser, "fileNameEdit");
        edit->setText(name);
        QTest::keyClick(edit, Qt::Key_Return);
        settle(desk.runner());
    };
    {
        PreferencesDialog dialog(desk.context(), desk.stored());
        dialog.show();
        child<QLineEdit>(dialog, "title")->setText(QStringLiteral("Exported"));
        choose(dialog, "exportProfile", QStringLiteral("copy.toml"));
    }
    QCOMPARE(desk.profile().title, QStringLiteral("Masclet Imperi")); // not saved
    PreferencesDialog dialog(desk.context(), desk.stored());
    dialog.show();
    QFile bad(desk.path(QStringLiteral("bad.toml")));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("titel = 1\n") > 0);
    bad.close();
    choose(dialog, "importProfile", QStringLiteral("bad.toml"));
    QVERIFY(child<QLabel>(dialog, "errorMessage")->isVisible());
    QCOMPARE(child<QLineEdit>(dialog, "title")->text(), QStringLiteral("Masclet Imperi"));
    QTRY_VERIFY(!dialog.findChild<QFileDialog *>());
    choose(dialog, "importProfile", QStringLiteral("copy.toml"));
    QCOMPARE(child<QLineEdit>(dialog, "title")->text(), QStringLiteral("Exported"));
    const Profile before = desk.profile();
    QTest::keyClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::Key_Space);
    Profile after = before;
    after.title = QStringLiteral("Exported");
    QCOMPARE(desk.profile(), after);
}

void tst_Dialogs::qtsOwnButtonsSpeakSpanish()
{
    const auto cancel = [] {
        QDialogButtonBox box(QDialogButtonBox::Cancel);
        return box.button(QDialogButtonBox::Cancel)->text().remove(u'&');
    };
    {
        const LanguageScope spanish(QStringLiteral("es"));
        QCOMPARE(cancel(), QStringLiteral("Cancelar"));
    }
    QCOMPARE(cancel(), QStringLiteral("Cancel"));
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
