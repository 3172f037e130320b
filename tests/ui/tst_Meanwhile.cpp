#include "tests/ui/tst_Meanwhile.h"

#include "core/service/ChecklistService.h"
#include "core/service/DayFactsReader.h"
#include "tests/ui/Child.h"
#include "tests/ui/HeldLooks.h"
#include "tests/ui/Settle.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/ChecklistDialog.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/dialogs/RetentionDialog.h"
#include "ui/wizards/RestoreTestWizard.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace masclet;
using masclet::test::child;
using masclet::test::settle;
using masclet::test::UiDesk;

void tst_Meanwhile::aPlanThatComesLateIsNotShown()
{
    UiDesk desk(UiDesk::History::Month);
    RestoreTestWizard wizard(desk.context(), desk.profile(), desk.newestSet());
    wizard.show();
    QVERIFY(settle(desk.runner()));
    test::HeldLooks looks(desk.runner());
    wizard.next();
    const QPointer<Job> first = looks.newest();
    wizard.back();
    child<QRadioButton>(wizard, "placeSandbox")->click();
    looks.hold();
    wizard.next();
    looks.letOneGo();
    QTRY_VERIFY(!first);
    QVERIFY(!wizard.button(QWizard::CommitButton)->isEnabled());
    looks.letAllGo();
    QVERIFY(settle(desk.runner()));
    QVERIFY(wizard.button(QWizard::CommitButton)->isEnabled());
}

void tst_Meanwhile::preferencesKeepWhatAnotherOneSaved()
{
    UiDesk desk(UiDesk::History::Profile);
    PreferencesDialog dialog(desk.context(), desk.stored());
    dialog.show();
    child<QLineEdit>(dialog, "title")->setText(QStringLiteral("Granja"));
    StoredProfile other = desk.stored();
    other.give(*optionByPath(QStringLiteral("retention.keep_last")), qint64(99));
    QVERIFY_RESULT(desk.context().services.profiles.save(other));
    auto *const save = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
    QTest::keyClick(save, Qt::Key_Space);
    QVERIFY(dialog.isVisible());
    QCOMPARE(desk.profile(), other.profile);
    const QString problem = child<QLabel>(dialog, "errorMessage")->text();
    QVERIFY2(problem.contains(QStringLiteral("changed meanwhile")), qPrintable(problem));
    // As somebody who puts it back by hand sees it: what was opened is there again.
    other.give(*optionByPath(QStringLiteral("retention.keep_last")), qint64(Profile().retention.keepLast));
    other.given.remove(QStringLiteral("retention.keep_last"));
    QVERIFY_RESULT(desk.context().services.profiles.save(other));
    QTest::keyClick(save, Qt::Key_Space);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(desk.profile().title, QStringLiteral("Granja"));
}

void tst_Meanwhile::retentionTellsWhatItLeftForAnotherReason()
{
    UiDesk desk(UiDesk::History::Month);
    RetentionDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    RetentionReport report;
    report.run.warnings << QStringLiteral("It was pinned meanwhile.");
    dialog.showOutcome(report);
    const auto *const problem = child<QLabel>(dialog, "errorMessage");
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("1 warning")), qPrintable(problem->text()));
    report.run.warnings.clear();
    dialog.showOutcome(report);
    QVERIFY(!problem->isVisible());
}

void tst_Meanwhile::aVerdictIsOnlyOnTheResultThatWasSeen()
{
    UiDesk desk(UiDesk::History::Month);
    ChecklistDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    const ChecklistRequest request{desk.profile(), {}};
    const ChecklistService service(desk.context().services);
    const Result<ChecklistReport> shown = service.look(request);
    QVERIFY_RESULT(shown);
    {
        const Result<Checklist> checklist = openChecklist(desk.repository(), desk.clock());
        QVERIFY_RESULT(checklist);
        ChecklistResults results;
        results.profileId = desk.profile().id;
        results.checks = shown->day.checks();
        results.checks.first().result = CheckResult::Fail;
        results.checks.first().finding = QStringLiteral("The disk is full.");
        QVERIFY_RESULT(checklist->addResults(desk.profile().name, shown->day.day, results));
    }
    const auto accept = [&] {
        QTest::keyClick(child<QRadioButton>(dialog, "verdict-accepted"), Qt::Key_Space);
        QTest::keyClick(child<QPushButton>(dialog, "keepVerdict"), Qt::Key_Space);
        QVERIFY(settle(desk.runner()));
    };
    accept();
    QVERIFY(!service.look(request)->day.entries.first().verdict);
    QVERIFY(child<QLabel>(dialog, "errorMessage")->text().contains(QStringLiteral("since you looked")));
}
