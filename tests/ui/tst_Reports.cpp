#include "tests/ui/tst_Reports.h"

#include "app/Language.h"
#include "core/service/ReportDocuments.h"
#include "tests/ui/SampleReports.h"
#include "tests/ui/Settle.h"
#include "ui/dialogs/ChecklistDialog.h"
#include "ui/reports/ReportExport.h"
#include "ui/reports/ReportPdf.h"
#include "ui/reports/Reports.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>

using namespace masclet;
using masclet::test::checkedDay;
using masclet::test::newestSet;
using masclet::test::settle;
using masclet::test::testReport;
using masclet::test::UiDesk;

namespace
{

/// The text of a PDF, page for page separated by form feeds, lines as they stand.
QString textOf(const QByteArray &pdf)
{
    QProcess tool;
    tool.start(QStringLiteral("/usr/bin/pdftotext"),
               {QStringLiteral("-layout"), QStringLiteral("-enc"), QStringLiteral("UTF-8"),
                QStringLiteral("-"), QStringLiteral("-")});
    if (!tool.waitForStarted())
        qFatal("pdftotext: %s", qPrintable(tool.errorString()));
    tool.write(pdf);
    tool.closeWriteChannel();
    tool.waitForFinished();
    if (tool.exitCode() != 0)
        qFatal("pdftotext: %s", tool.readAllStandardError().constData());
    return QString::fromUtf8(tool.readAllStandardOutput());
}

/// The same without layout: runs of white space are one space, so that wrapped lines read on.
QString flat(const QByteArray &pdf)
{
    // Fonts join letters ("fi"); whoever searches a document does not.
    return textOf(pdf).normalized(QString::NormalizationForm_KC).simplified();
}

#define VERIFY_HOLDS(text, part) QVERIFY2((text).contains(part), qPrintable(text))

void languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Spanish") << QStringLiteral("es");
}

} // namespace

void tst_Reports::aChecklistDayIsReadableInEnglishAndSpanish_data()
{
    languages();
}

void tst_Reports::aChecklistDayIsReadableInEnglishAndSpanish()
{
    QFETCH(QString, language);
    const LanguageScope scope(language);
    const bool spanish = language == QStringLiteral("es");
    UiDesk desk(UiDesk::History::Month);
    const ChecklistReport day = checkedDay(desk);
    const Report report = checklistReport(desk.context().services, desk.profile(), day);
    const QString text = flat(reportPdf(report));
    VERIFY_HOLDS(text, spanish ? QStringLiteral("18/02/2025") : QStringLiteral("2025-02-18"));
    VERIFY_HOLDS(text, desk.newestSet());
    VERIFY_HOLDS(text, QStringLiteral("Marta Puig"));
    VERIFY_HOLDS(text, QStringLiteral("all seen"));
    VERIFY_HOLDS(text, QStringLiteral("known <b>growth</b>"));
    QCOMPARE(day.day.entries.size(), 7);
    for (const ChecklistDay::Entry &entry : day.day.entries) {
        VERIFY_HOLDS(text, titleOf(entry.check.item));
        VERIFY_HOLDS(text, entry.check.finding.simplified());
        for (const QString &line : entry.check.command.split(QChar(u'\n'), Qt::SkipEmptyParts))
            QVERIFY2(QString(text).remove(QChar(u' ')).contains(QString(line).remove(QChar(u' '))),
                     qPrintable(line));
    }
    VERIFY_HOLDS(text, titleOf(Verdict::Accepted));
    QVERIFY2(!text.contains(QStringLiteral("\\n")), qPrintable(text)); // lines of a finding are lines
}

void tst_Reports::aRestoreTestSaysWhatIsEqualAndWhatIsNot_data()
{
    languages();
}

void tst_Reports::aRestoreTestSaysWhatIsEqualAndWhatIsNot()
{
    QFETCH(QString, language);
    const LanguageScope scope(language);
    UiDesk desk(UiDesk::History::Profile);
    const auto textFor = [&](bool good) {
        return flat(reportPdf(restoreTestReport(desk.context().services, desk.profile(), testReport(good),
                                                QStringLiteral("a sandbox on granja"))));
    };
    const QString rows = QLocale().toString(24250);
    const QString good = textFor(true);
    VERIFY_HOLDS(good, QStringLiteral("masclet_imperi_20250218"));
    VERIFY_HOLDS(good, QStringLiteral("a sandbox on granja"));
    VERIFY_HOLDS(good, QStringLiteral("public.movements %1 %1").arg(rows));
    const QString bad = textFor(false);
    VERIFY_HOLDS(bad, QStringLiteral("public.movements %1 %2 -1").arg(rows, QLocale().toString(24249)));
    VERIFY_HOLDS(bad, QStringLiteral("Do not rely on this set."));
    VERIFY_HOLDS(bad, QStringLiteral("24249 restored"));
    // What differs comes first.
    QVERIFY(bad.indexOf(QStringLiteral("public.movements %1").arg(rows)) <
            bad.indexOf(QStringLiteral("public.animals")));
}

void tst_Reports::aSetIsToldWithChecksumsCountsAndCommands()
{
    UiDesk desk(UiDesk::History::Month);
    const SetReport set = newestSet(desk);
    const QString text = flat(reportPdf(setReport(desk.context().services, desk.profile(), set)));
    const QString tight = QString(text).remove(QChar(u' '));
    VERIFY_HOLDS(text, set.set.id);
    for (const ManifestFile &file : set.manifest.files)
        QVERIFY(tight.contains(QString::fromLatin1(file.storedSha256.left(20))));
    for (const ManifestTable &table : set.manifest.tables)
        VERIFY_HOLDS(text, QStringLiteral("public.%1 %2").arg(QString::fromUtf8(table.name)).arg(table.rows));
    VERIFY_HOLDS(text, QStringLiteral("restored and compared"));
    QVERIFY(tight.contains(QStringLiteral("gunzip-c")));
    VERIFY_HOLDS(text, QStringLiteral("masclet-backup test · marta@granja · 2025-02-18 08:12 CET"));
}

void tst_Reports::longTablesGoOnWithTheirHeadsOnNumberedPages()
{
    UiDesk desk(UiDesk::History::Profile);
    RestoreTestReport test = testReport(true);
    test.comparison.tables.clear();
    for (int i = 0; i < 200; ++i)
        test.comparison.tables << ComparedTable{"public", "table_" + QByteArray::number(i), i, i};
    const QString text = textOf(reportPdf(
        restoreTestReport(desk.context().services, desk.profile(), test, QStringLiteral("a sandbox"))));
    const QStringList pages = text.split(QChar(u'\f'), Qt::SkipEmptyParts);
    QVERIFY(pages.size() >= 4);
    for (int page = 0; page < pages.size(); ++page)
        VERIFY_HOLDS(pages[page], QStringLiteral("Page %1 of %2").arg(page + 1).arg(pages.size()));
    for (int page = 1; page + 1 < pages.size(); ++page)
        VERIFY_HOLDS(pages[page], QStringLiteral("Rows at the dump"));
    for (int i = 0; i < 200; ++i)
        QVERIFY2(text.contains(QStringLiteral("public.table_%1 ").arg(i)), QByteArray::number(i).constData());
}

void tst_Reports::noHeadingEndsAPage()
{
    Report report;
    report.title = QStringLiteral("Title");
    for (int number = 0; number < 90; ++number) {
        Report::Section section;
        section.title = QStringLiteral("Heading %1").arg(number);
        section.paragraphs = QStringList(1 + number % 7, QStringLiteral("A line."));
        report.sections << section;
    }
    const QStringList pages = textOf(reportPdf(report)).split(QChar(u'\f'), Qt::SkipEmptyParts);
    QVERIFY(pages.size() >= 4);
    for (const QString &page : pages) {
        const QStringList lines = page.split(QChar(u'\n'), Qt::SkipEmptyParts);
        QVERIFY2(lines.size() > 2 && !lines[lines.size() - 2].contains(QStringLiteral("Heading")),
                 qPrintable(page));
    }
}

void tst_Reports::foreignTextIsPrintedAsItStands()
{
    UiDesk desk(UiDesk::History::Profile);
    RestoreTestReport test = testReport(true);
    test.comparison.tables << ComparedTable{"public", "<img src='x'>\n&amp; \x1b[31m", 1, 1};
    const QString text = flat(reportPdf(
        restoreTestReport(desk.context().services, desk.profile(), test, QStringLiteral("<i>here</i>"))));
    VERIFY_HOLDS(text, QStringLiteral("<i>here</i>"));
    VERIFY_HOLDS(QString(text).remove(QChar(u' ')), QStringLiteral("<imgsrc='x'>\\n&amp;"));
}

void tst_Reports::theDocumentForProgramsIsWhatTheCommandLinePrints()
{
    UiDesk desk(UiDesk::History::Month);
    const QString path = desk.path(QStringLiteral("out.json"));
    const auto exported = [&](const Report &report) {
        const Result<> written = writeReport(report, path);
        if (!written)
            qFatal("%s", test::reason(written).constData());
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    };
    const ServiceEnvironment &services = desk.context().services;
    const ChecklistReport day = checkedDay(desk);
    const QJsonObject checklist = exported(checklistReport(services, desk.profile(), day));
    QCOMPARE(checklist, toJson(day.day));
    QCOMPARE(checklist.value(QStringLiteral("signed")).toBool(), true);
    QCOMPARE(checklist.value(QStringLiteral("items")).toArray().size(), 7);
    const SetReport set = newestSet(desk);
    const QJsonObject whole = exported(setReport(services, desk.profile(), set));
    QCOMPARE(whole, setDocument(set.set, set.manifest, set.evidence));
    QCOMPARE(whole.value(QStringLiteral("state")).toString(), QStringLiteral("restore-tested"));
    QCOMPARE(whole.value(QStringLiteral("tableRows")).toArray().size(), 5);
    const QJsonObject test =
        exported(restoreTestReport(services, desk.profile(), testReport(false), QStringLiteral("here")));
    QCOMPARE(test.value(QStringLiteral("equal")).toBool(), false);
    QCOMPARE(test.value(QStringLiteral("tables")).toArray().size(), 2);
}

void tst_Reports::theSuffixDecidesAndAnyOtherIsRefused()
{
    UiDesk desk(UiDesk::History::Profile);
    const Report report =
        restoreTestReport(desk.context().services, desk.profile(), testReport(true), QStringLiteral("here"));
    const QString upper = desk.path(QStringLiteral("report.PDF"));
    QVERIFY_RESULT(writeReport(report, upper));
    QFile file(upper);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
    QVERIFY_FAILS(writeReport(report, desk.path(QStringLiteral("report.txt"))), ErrorKind::Usage);
    QVERIFY(!QFile::exists(desk.path(QStringLiteral("report.txt"))));
    QVERIFY_FAILS(writeReport(report, desk.path(QStringLiteral("no folder/report.pdf"))), ErrorKind::Storage);
}

void tst_Reports::aFileIsReplacedOnlyWhenSomebodySaysSo()
{
    UiDesk desk(UiDesk::History::Month);
    ChecklistDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    const QString path = desk.path(QStringLiteral("day.json"));
    const auto exportTo = [&] {
        QTest::keyClick(dialog.findChild<QPushButton *>(QStringLiteral("export")), Qt::Key_Space);
        auto *const chooser = dialog.findChild<QFileDialog *>(QStringLiteral("exportFile"));
        QVERIFY(chooser);
        chooser->setDirectory(QFileInfo(path).path());
        chooser->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(QFileInfo(path).fileName());
        QTest::keyClick(chooser->findChild<QLineEdit *>(QStringLiteral("fileNameEdit")), Qt::Key_Return);
        QVERIFY(settle(desk.runner()));
    };
    const auto content = [&] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    exportTo();
    QVERIFY(content().contains("\"items\""));
    auto *const done = dialog.findChild<QMessageBox *>(QStringLiteral("exportDone"));
    QVERIFY(done && done->text().contains(path));
    QTest::keyClick(done, Qt::Key_Escape);

    QFile other(path);
    QVERIFY(other.open(QIODevice::WriteOnly | QIODevice::Truncate) && other.write("mine") == 4);
    other.close();
    exportTo();
    auto *question = dialog.findChild<QMessageBox *>(QStringLiteral("confirmReplace"));
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(settle(desk.runner()));
    QCOMPARE(content(), QByteArray("mine"));
    exportTo();
    QTest::keyClick(dialog.findChild<QPushButton *>(QStringLiteral("confirmReplaceYes")), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QVERIFY(content().contains("\"items\""));
}
