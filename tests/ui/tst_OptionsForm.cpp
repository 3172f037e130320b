#include "tests/ui/tst_OptionsForm.h"

#include "app/Language.h"
#include "tests/support/TestMain.h"
#include "ui/forms/OptionsForm.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace masclet;

namespace
{

QList<const Option *> everything()
{
    QList<const Option *> options;
    for (const Option &option : optionTable())
        options << &option;
    return options;
}

QList<const Option *> some()
{
    return OptionsForm::named({QStringLiteral("connection.host"), QStringLiteral("connection.port"),
                               QStringLiteral("checks.minimum_size"), QStringLiteral("backup.kinds")});
}

template <class Widget>
Widget *editor(const OptionsForm &form, const char *path)
{
    return form.findChild<Widget *>(QString::fromLatin1(path));
}

} // namespace

void tst_OptionsForm::everyOptionHasAnEditorThatKeepsItsDefault()
{
    OptionsForm form(everything());
    const Profile standard;
    for (const Option &option : optionTable()) {
        const OptionField *field = form.field(option.path());
        QVERIFY2(field, qPrintable(option.path()));
        QVERIFY2(field->isValid(), qPrintable(option.path()));
        QVERIFY2(*field->value() == option.get(standard), qPrintable(option.path()));
    }
}

void tst_OptionsForm::everyEditorIsNamedForTestsAndScreenReaders()
{
    const OptionsForm form(everything());
    for (const Option &option : optionTable()) {
        const QWidget *edit = form.field(option.path())->editor();
        QCOMPARE(edit->objectName(), option.path());
        QCOMPARE(edit->accessibleName(), option.label());
        QVERIFY(!edit->accessibleDescription().isEmpty());
    }
}

void tst_OptionsForm::aWrongValueIsToldInTheWordsOfCore()
{
    OptionsForm form(some());
    form.show();
    auto *const size = editor<QLineEdit>(form, "checks.minimum_size");
    const auto *const problem = editor<QLabel>(form, "checks.minimum_size.problem");
    QVERIFY(!problem->isVisible());
    size->setFocus();
    size->clear();
    QTest::keyClicks(size, QStringLiteral("much"));
    QVERIFY(problem->isVisible());
    const Option &option = *optionByPath(QStringLiteral("checks.minimum_size"));
    QCOMPARE(problem->text(), optionFromText(option, QStringLiteral("much")).error().message);
    QVERIFY(!form.isValid());
    size->clear();
    QTest::keyClicks(size, QStringLiteral("2 MB"));
    QVERIFY(!problem->isVisible());
    QVERIFY(form.isValid());
}

void tst_OptionsForm::whatIsTypedIsGivenAndTheRestIsLeftOut()
{
    OptionsForm form(some());
    StoredProfile stored;
    form.setProfile(stored);
    QSignalSpy changed(&form, &OptionsForm::changed);
    editor<QLineEdit>(form, "connection.host")->setText(QStringLiteral("db.example"));
    editor<QSpinBox>(form, "connection.port")->setValue(5433);
    QCOMPARE(changed.size(), 2);
    QVERIFY_RESULT(form.applyTo(stored));
    QCOMPARE(stored.profile.connection.host, QStringLiteral("db.example"));
    QCOMPARE(stored.profile.connection.port, 5433);
    QCOMPARE(stored.given,
             QSet<QString>({QStringLiteral("connection.host"), QStringLiteral("connection.port")}));
}

void tst_OptionsForm::backToTheDefaultTakesTheValueOutOfTheProfile()
{
    OptionsForm form(some());
    StoredProfile stored;
    stored.give(*optionByPath(QStringLiteral("connection.port")), qint64(5999));
    form.setProfile(stored);
    form.show();
    auto *const reset = editor<QPushButton>(form, "connection.port.reset");
    QVERIFY(reset->isVisible());
    QTest::keyClick(reset, Qt::Key_Space);
    QVERIFY(!reset->isVisible());
    QVERIFY_RESULT(form.applyTo(stored));
    QCOMPARE(stored.profile.connection.port, 5432);
    QVERIFY(stored.given.isEmpty());
}

void tst_OptionsForm::kindsAreChosenByTheKeyboard()
{
    OptionsForm form(some());
    form.show();
    auto *const logs = editor<QCheckBox>(form, "backup.kinds.logs");
    const bool before = logs->isChecked();
    QTest::keyClick(logs, Qt::Key_Space);
    QCOMPARE(logs->isChecked(), !before);
    const QStringList kinds = std::get<QStringList>(*form.field(QStringLiteral("backup.kinds"))->value());
    QCOMPARE(kinds.contains(QStringLiteral("logs")), !before);
}

/// The words of the profile's file are for files and commands.
void tst_OptionsForm::choicesAreReadInTheLanguage()
{
    const LanguageScope spanish(QStringLiteral("es"));
    const QLocale before;
    QLocale::setDefault(QLocale(QStringLiteral("es")));
    OptionsForm form(
        OptionsForm::named({QStringLiteral("schedule.restore_test"), QStringLiteral("schedule.weekdays"),
                            QStringLiteral("connection.sslmode")}));
    QLocale::setDefault(before);
    auto *const rhythm = editor<QComboBox>(form, "schedule.restore_test");
    QCOMPARE(rhythm->currentText(), QStringLiteral("tras cada copia"));
    rhythm->setCurrentText(QStringLiteral("una vez por semana"));
    QCOMPARE(std::get<QString>(*form.field(QStringLiteral("schedule.restore_test"))->value()),
             QStringLiteral("weekly"));
    QCOMPARE(editor<QCheckBox>(form, "schedule.weekdays.mon")->text(), QStringLiteral("lun"));
    QCOMPARE(editor<QComboBox>(form, "connection.sslmode")->currentText(), QStringLiteral("prefer"));
}

void tst_OptionsForm::theFirstWrongValueIsNamed()
{
    OptionsForm form(some());
    editor<QLineEdit>(form, "checks.minimum_size")->setText(QStringLiteral("much"));
    StoredProfile stored;
    const Result<> applied = form.applyTo(stored);
    QVERIFY_FAILS(applied, ErrorKind::Config);
    QVERIFY(applied.error().message.startsWith(optionByPath(QStringLiteral("checks.minimum_size"))->label()));
}
