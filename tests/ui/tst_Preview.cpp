#include "tests/ui/tst_Preview.h"

#include "app/Language.h"
#include "tests/ui/Settle.h"
#include "tests/ui/Tables.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/PreviewDialog.h"
#include "ui/support/Labels.h"
#include "ui/wizards/RestoreWizard.h"

#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

using namespace masclet;
using masclet::test::cellIn;
using masclet::test::child;
using masclet::test::rowsIn;
using masclet::test::settle;
using masclet::test::UiDesk;

namespace
{

const QByteArray dump =
    "--\n-- PostgreSQL database dump\n--\n\n"
    "SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\n\n"
    "CREATE TABLE public.animals (\n    id integer NOT NULL,\n    \"<b>nom</b>\" text\n);\n\n"
    "CREATE TABLE public.parts (\n    id integer\n);\n\n"
    "COPY public.animals (id, \"<b>nom</b>\") FROM stdin;\n"
    "1\t<i>Masclet</i>\n2\t\\N\n3\tred\\nline\n\\.\n\n\n"
    "COPY public.parts (id) FROM stdin;\n7\n\\.\n\n\n"
    "ALTER TABLE ONLY public.animals\n    ADD CONSTRAINT animals_pkey PRIMARY KEY (id);\n\n"
    "--\n-- PostgreSQL database dump complete\n--\n\n";

QString write(UiDesk &desk, const char *name, const QByteArray &content)
{
    QFile file(desk.path(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
    return file.fileName();
}

/// Qt deletes what closes itself; on a stack it must not.
struct Preview {
    Preview(UiDesk &desk, const QString &path)
        : dialog(new PreviewDialog(desk.context(), {desk.profile(), {}, path}))
    {
        dialog->show();
        if (!settle(desk.runner()))
            qFatal("the dump is not read");
    }
    ~Preview() { delete dialog; }
    PreviewDialog *dialog;
};

} // namespace

void tst_Preview::tablesRowsAndStructureAreShown()
{
    const LanguageScope plurals(QStringLiteral("en"));
    UiDesk desk(UiDesk::History::Profile);
    const Preview preview(desk, write(desk, "other.sql", dump));
    const PreviewDialog &dialog = *preview.dialog;
    QVERIFY2(
        child<ToneLabel>(dialog, "previewSummary")->text().startsWith(QStringLiteral("4 rows in 2 tables")),
        qPrintable(child<ToneLabel>(dialog, "previewSummary")->text()));
    auto *const tables = child<QTableView>(dialog, "previewTables");
    QCOMPARE(tables->model()->rowCount(), 2);
    QCOMPARE(cellIn(dialog, "previewTables", 0, 0), QStringLiteral("public.animals"));
    QCOMPARE(cellIn(dialog, "previewTables", 0, 1), QStringLiteral("3"));
    QCOMPARE(rowsIn(dialog, "previewRows"), 3);
    QCOMPARE(cellIn(dialog, "previewRows", 0, 0), QStringLiteral("1"));
    QCOMPARE(cellIn(dialog, "previewRows", 1, 1), QStringLiteral("NULL"));
    const QString structure = child<QPlainTextEdit>(dialog, "previewStructure")->toPlainText();
    QVERIFY(structure.contains(QStringLiteral("CREATE TABLE public.animals")));
    QVERIFY(structure.contains(QStringLiteral("animals_pkey")));
    QTest::keyClick(tables, Qt::Key_Down);
    QVERIFY(settle(desk.runner()));
    QVERIFY(child<QLabel>(dialog, "previewTitle")->text().startsWith(QStringLiteral("public.parts")));
    QCOMPARE(cellIn(dialog, "previewRows", 0, 0), QStringLiteral("7"));
    QTest::keyClicks(child<QLineEdit>(dialog, "previewSearch"), QStringLiteral("anim"));
    QCOMPARE(tables->model()->rowCount(), 1);
}

void tst_Preview::foreignTextIsShownAsItStands()
{
    UiDesk desk(UiDesk::History::Profile);
    const Preview preview(desk, write(desk, "other.sql", dump));
    const PreviewDialog &dialog = *preview.dialog;
    const QAbstractItemModel &rows = *child<QTableView>(dialog, "previewRows")->model();
    QCOMPARE(rows.headerData(1, Qt::Horizontal).toString(), QStringLiteral("<b>nom</b>"));
    QCOMPARE(cellIn(dialog, "previewRows", 0, 1), QStringLiteral("<i>Masclet</i>"));
    QCOMPARE(cellIn(dialog, "previewRows", 2, 1), QStringLiteral("red\\nline"));
    QCOMPARE(child<QLabel>(dialog, "previewTitle")->textFormat(), Qt::PlainText);
}

void tst_Preview::aFileThatIsNoDumpIsTold()
{
    UiDesk desk(UiDesk::History::Profile);
    const Preview preview(desk, write(desk, "cut.sql", dump.left(dump.size() - 120)));
    QVERIFY(child<QLabel>(*preview.dialog, "errorMessage")->isVisible());
    QCOMPARE(rowsIn(*preview.dialog, "previewTables"), 0);
}

void tst_Preview::theWizardWantsAFileThatIsThereAndSomebodysWord()
{
    UiDesk desk(UiDesk::History::Month);
    const QString path = write(desk, "other.sql", dump);
    RestoreWizard wizard(desk.context(), desk.profile(), {});
    wizard.show();
    QVERIFY(settle(desk.runner()));
    QTest::keyClick(child<QRadioButton>(wizard, "sourceFile"), Qt::Key_Space);
    QAbstractButton *const next = wizard.button(QWizard::NextButton);
    auto *const file = child<QLineEdit>(wizard, "foreignFile");
    auto *const preview = child<QPushButton>(wizard, "preview");
    QVERIFY(!next->isEnabled());
    QVERIFY(!preview->isEnabled());
    QTest::keyClicks(file, QStringLiteral("/nowhere.sql"));
    QVERIFY(settle(desk.runner()));
    QVERIFY(child<QLabel>(wizard, "foreignProblem")->isVisible());
    file->setText(path);
    QVERIFY(settle(desk.runner()));
    QVERIFY(!child<QLabel>(wizard, "foreignProblem")->isVisible());
    QVERIFY(!next->isEnabled());
    QTest::keyClick(preview, Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    auto *const dialog = child<PreviewDialog>(wizard, "previewDialog");
    QCOMPARE(cellIn(*dialog, "previewTables", 0, 0), QStringLiteral("public.animals"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTest::keyClick(child<QCheckBox>(wizard, "foreignTrust"), Qt::Key_Space);
    QVERIFY(next->isEnabled());
}

void tst_Preview::anotherFileNeedsAnotherWord()
{
    UiDesk desk(UiDesk::History::Month);
    RestoreWizard wizard(desk.context(), desk.profile(), {});
    wizard.show();
    QVERIFY(settle(desk.runner()));
    QTest::keyClick(child<QRadioButton>(wizard, "sourceFile"), Qt::Key_Space);
    child<QLineEdit>(wizard, "foreignFile")->setText(write(desk, "one.sql", dump));
    QTest::keyClick(child<QCheckBox>(wizard, "foreignTrust"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QVERIFY(wizard.button(QWizard::NextButton)->isEnabled());
    child<QLineEdit>(wizard, "foreignFile")->setText(write(desk, "two.sql", dump));
    QVERIFY(settle(desk.runner()));
    QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
}

void tst_Preview::aDumpMadeElsewhereGoesBesideOnly()
{
    UiDesk desk(UiDesk::History::Month);
    RestoreWizard wizard(desk.context(), desk.profile(), {});
    wizard.show();
    QVERIFY(settle(desk.runner()));
    wizard.next();
    QVERIFY(child<QRadioButton>(wizard, "replace")->isVisible());
    child<QRadioButton>(wizard, "replace")->setChecked(true);
    wizard.back();
    QTest::keyClick(child<QRadioButton>(wizard, "sourceFile"), Qt::Key_Space);
    child<QLineEdit>(wizard, "foreignFile")->setText(write(desk, "one.sql", dump));
    QTest::keyClick(child<QCheckBox>(wizard, "foreignTrust"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    wizard.next();
    QVERIFY(!child<QRadioButton>(wizard, "replace")->isVisible());
    QVERIFY(child<QRadioButton>(wizard, "beside")->isChecked());
    QVERIFY(child<QLineEdit>(wizard, "targetName")->isEnabled());
}
