#include "tests/ui/tst_Details.h"

#include "core/base/Text.h"
#include "core/service/ChecklistService.h"
#include "tests/ui/SampleReports.h"
#include "tests/ui/Settle.h"
#include "tests/ui/UiDesk.h"
#include "ui/main/SetDetails.h"
#include "ui/main/SetDetailsText.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

using namespace masclet;
using masclet::test::settle;
using masclet::test::UiDesk;

namespace
{

QStringList titles(const SetDetails &details)
{
    const auto *const tabs = details.findChild<QTabWidget *>(QStringLiteral("details"));
    QStringList list;
    for (int i = 0; i < tabs->count(); ++i)
        list << tabs->tabText(i);
    return list;
}

QString cell(const SetDetails &details, const char *view, int row, int column)
{
    const QAbstractItemModel *const model =
        details.findChild<QTableView *>(QString::fromLatin1(view))->model();
    return model->index(row, column).data().toString();
}

void check(UiDesk &desk)
{
    NullLog log;
    JobContext job({}, desk.clock(), log, {});
    QVERIFY_RESULT(
        ChecklistService(desk.context().services).evaluate({desk.profile(), {}}, KeepResults::Yes, job));
}

} // namespace

void tst_Details::phasesStandWithTheirTimes()
{
    UiDesk desk(UiDesk::History::Month);
    SetDetails details(desk.context());
    details.show();
    details.showSet(desk.profile(), desk.newestSet());
    QVERIFY(settle(desk.runner()));
    QVERIFY(titles(details).contains(QStringLiteral("Phases")));
    QCOMPARE(cell(details, "detailPhases", 0, 0), QStringLiteral("Dumping"));
    QCOMPARE(cell(details, "detailPhases", 0, 2), durationText(7'400));
    QCOMPARE(cell(details, "detailPhases", 0, 3), QStringLiteral("78 %"));
    QCOMPARE(cell(details, "detailPhases", 1, 0), QStringLiteral("Reading back"));
    QVERIFY(cell(details, "detailPhases", 1, 1) > cell(details, "detailPhases", 0, 1));
}

void tst_Details::theChecklistOfItsDayStandsBesideASet()
{
    UiDesk desk(UiDesk::History::Month);
    check(desk);
    SetDetails details(desk.context());
    details.show();
    details.showSet(desk.profile(), desk.newestSet());
    QVERIFY(settle(desk.runner()));
    QVERIFY(titles(details).contains(QStringLiteral("Checks")));
    QCOMPARE(details.findChild<QTableView *>(QStringLiteral("detailChecks"))->model()->rowCount(), 7);
    for (int row = 0; row < 7; ++row) {
        QVERIFY(!cell(details, "detailChecks", row, 1).isEmpty());
        QVERIFY(!cell(details, "detailChecks", row, 3).isEmpty());
    }
}

void tst_Details::aSetThatNoChecklistLookedAtHasNoSuchTab()
{
    UiDesk desk(UiDesk::History::Month);
    check(desk);
    SetDetails details(desk.context());
    details.show();
    details.showSet(desk.profile(), QStringLiteral("masclet_imperi_20250120"));
    QVERIFY(settle(desk.runner()));
    QVERIFY(titles(details).contains(QStringLiteral("Proofs")));
    QVERIFY(!titles(details).contains(QStringLiteral("Checks")));
}

void tst_Details::whatABackupCostTheServerIsTold()
{
    UiDesk desk(UiDesk::History::Month);
    SetReport report = test::newestSet(desk);
    RunRecord run;
    run.id = report.set.runId;
    run.load = RunLoad{4, 7, 150, 250, 4096, {}};
    const auto told = [&report] {
        for (const Fact &fact : factsOf(report)) {
            if (fact.label == QStringLiteral("Load meanwhile"))
                return fact.value;
        }
        return QString();
    };
    report.runs.clear();
    QCOMPARE(told(), QString());
    report.runs << run;
    QVERIFY2(told().contains(QStringLiteral("at most 7 other sessions")), qPrintable(told()));
}

void tst_Details::aSetIsExportedFromItsDetails()
{
    UiDesk desk(UiDesk::History::Month);
    SetDetails details(desk.context());
    details.show();
    details.showSet(desk.profile(), desk.newestSet());
    QVERIFY(settle(desk.runner()));
    QTest::keyClick(details.findChild<QPushButton *>(QStringLiteral("export")), Qt::Key_Space);
    auto *const chooser = details.findChild<QFileDialog *>(QStringLiteral("exportFile"));
    QVERIFY(chooser);
    auto *const name = chooser->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QCOMPARE(name->text(), desk.newestSet() + QStringLiteral(".pdf"));
    chooser->setDirectory(desk.path(QStringLiteral(".")));
    name->setText(QStringLiteral("set.pdf"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(settle(desk.runner()));
    QFile file(desk.path(QStringLiteral("set.pdf")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
}
