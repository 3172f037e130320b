#include "tests/ui/tst_Commands.h"

#include "core/service/RetentionService.h"
#include "tests/ui/Child.h"
#include "tests/ui/Settle.h"
#include "tests/ui/Shell.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/AlarmsDialog.h"
#include "ui/dialogs/LogsDialog.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/dialogs/RetentionDialog.h"
#include "ui/wizards/NewProfileWizard.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace masclet;
using masclet::test::child;
using masclet::test::settle;
using masclet::test::TypedCommand;
using masclet::test::typeIntoShell;
using masclet::test::UiDesk;

namespace
{

/// What "Copy command" puts on the clipboard.
QString copied(QWidget &window, const char *button = "copyCommand")
{
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(child<QPushButton>(window, button), Qt::Key_Space);
    return QGuiApplication::clipboard()->text();
}

QStringList valuesOf(const StoredProfile &stored)
{
    QStringList values;
    for (const Option &option : optionTable()) {
        if (stored.given.contains(option.path()))
            values << option.path() + QStringLiteral(" = ") + optionText(option, option.get(stored.profile));
    }
    return values;
}

} // namespace

void tst_Commands::initMakesTheProfileOfTheWizard()
{
    UiDesk desk(UiDesk::History::None);
    NewProfileWizard wizard(desk.context());
    wizard.show();
    QVERIFY(settle(desk.runner())); // files are found
    child<QLineEdit>(wizard, "connection.host")->setText(QStringLiteral("/nowhere"));
    child<QLineEdit>(wizard, "connection.dbname")->setText(QStringLiteral("my shop's, \\ 100 %"));
    child<QComboBox>(wizard, "connection.sslmode")->setCurrentText(QStringLiteral("require"));
    wizard.next();
    child<QCheckBox>(wizard, "backup.kinds.state")->setChecked(false);
    child<QLineEdit>(wizard, "config.paths")->setText(QStringLiteral("/etc/my files,/etc/it's"));
    child<QLineEdit>(wizard, "logs.paths")->clear();
    wizard.next();
    child<QLineEdit>(wizard, "profileName")->setText(QStringLiteral("shop"));
    wizard.next();
    child<QLineEdit>(wizard, "schedule.at")->setText(QStringLiteral("03:30,23:00"));
    child<QSpinBox>(wizard, "retention.keep_weekly")->setValue(9);
    wizard.next();
    child<QLineEdit>(wizard, "checks.free_space")->setText(QStringLiteral("5 GB"));
    wizard.next();
    QVERIFY(settle(desk.runner()));
    const QString command = copied(*wizard.currentPage());
    wizard.next();
    QVERIFY(settle(desk.runner()));
    const Result<StoredProfile> byWizard = desk.context().services.profiles.load(QStringLiteral("shop"));
    QVERIFY_RESULT(byWizard);
    QVERIFY(QFile::remove(byWizard->profile.path));

    const TypedCommand typed = typeIntoShell(command, desk.path(QString()));
    QVERIFY2(typed.exitCode == 3,
             (command.toUtf8() + '\n' + typed.errors).constData()); // nothing listens there
    const Result<StoredProfile> byCommand = desk.context().services.profiles.load(QStringLiteral("shop"));
    QVERIFY_RESULT(byCommand);
    QCOMPARE(valuesOf(*byCommand), valuesOf(*byWizard));
}

void tst_Commands::preferencesAreSet()
{
    UiDesk desk(UiDesk::History::Profile);
    PreferencesDialog dialog(desk.context(), desk.stored());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    QCOMPARE(copied(dialog), QStringLiteral("masclet-backup profile show --profile masclet_imperi"));
    child<QLineEdit>(dialog, "title")->setText(QStringLiteral("Marta's $HOME"));
    child<QSpinBox>(dialog, "retention.keep_last")->setValue(11);
    const TypedCommand typed = typeIntoShell(copied(dialog), desk.path(QString()));
    QVERIFY2(typed.exitCode == 0, typed.errors.constData());
    QCOMPARE(desk.profile().title, QStringLiteral("Marta's $HOME"));
    QCOMPARE(desk.profile().retention.keepLast, 11);
}

void tst_Commands::aProfileElsewhereGoesByItsPath()
{
    UiDesk desk(UiDesk::History::Profile);
    QVERIFY(QDir().mkpath(desk.path(QStringLiteral("else where"))));
    const QString path = desk.path(QStringLiteral("else where/other.toml"));
    QVERIFY(QFile::copy(desk.profile().path, path));
    const Result<StoredProfile> other = desk.context().services.profiles.load(path);
    QVERIFY_RESULT(other);
    PreferencesDialog dialog(desk.context(), *other);
    const QSignalSpy saved(&dialog, &PreferencesDialog::saved);
    dialog.show();
    QVERIFY(settle(desk.runner()));
    child<QLineEdit>(dialog, "title")->setText(QStringLiteral("Other"));
    const TypedCommand typed = typeIntoShell(copied(dialog), desk.path(QString()));
    QVERIFY2(typed.exitCode == 0, typed.errors.constData());
    QCOMPARE(desk.context().services.profiles.load(path)->profile.title, QStringLiteral("Other"));
    QTest::keyClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::Key_Space);
    QCOMPARE(saved.size(), 1);
    QVERIFY_RESULT(desk.context().services.profiles.load(saved.first().first().toString()));
    // One in its usual place goes by its name, however it was opened.
    QCOMPARE(desk.context().services.profiles.load(desk.profile().path)->profile.reference,
             QStringLiteral("masclet_imperi"));
}

void tst_Commands::retentionDeletesWhatIsShown()
{
    UiDesk desk(UiDesk::History::Month);
    RetentionDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    const Result<RetentionDecision> decision =
        RetentionService(desk.context().services).decide(desk.profile());
    QVERIFY_RESULT(decision);
    const qsizetype before = desk.repository().sets()->size();
    // A person would type the name; the clock of this desk stands still, so its retention is asked there.
    const TypedCommand typed =
        typeIntoShell(copied(dialog) + QStringLiteral(" --dry-run --json"), desk.path(QString()));
    QVERIFY2(typed.exitCode == 0, typed.errors.constData());
    QVERIFY(typed.output.contains(decision->setsToDelete().first().toUtf8()));
    const TypedCommand unconfirmed = typeIntoShell(copied(dialog), desk.path(QString()));
    QCOMPARE(unconfirmed.exitCode, 2);
    QVERIFY2(unconfirmed.errors.contains("--yes"), unconfirmed.errors.constData());
    QCOMPARE(desk.repository().sets()->size(), before);
}

void tst_Commands::aPasswordIsStored()
{
    UiDesk desk(UiDesk::History::Profile);
    StoredProfile away = desk.stored();
    away.give(*optionByPath(QStringLiteral("connection.port")), qint64(1));
    QVERIFY_RESULT(desk.context().services.profiles.save(away));
    PreferencesDialog dialog(desk.context(), desk.stored());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    const QString command = copied(dialog, "copySecretCommand");
    const TypedCommand typed = typeIntoShell(command, desk.path(QString()), "se cr'et\n");
    QVERIFY2(typed.exitCode == 3, (command.toUtf8() + '\n' + typed.errors).constData()); // not proven
    QFile file(passFileOf(desk.profile()).path());
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("se cr'et"));
}

void tst_Commands::logsOfARunAndWithoutOne()
{
    UiDesk empty(UiDesk::History::Profile);
    LogsDialog without(empty.context(), empty.profile());
    without.show();
    QVERIFY(settle(empty.runner()));
    QCOMPARE(copied(without), QStringLiteral("masclet-backup logs --profile masclet_imperi"));

    UiDesk desk(UiDesk::History::Month);
    const QString run = desk.repository().set(desk.newestSet())->runId;
    QVERIFY(QDir().mkpath(desk.path(QStringLiteral("backups/runs"))));
    QFile log(desk.path(QStringLiteral("backups/runs/%1.log").arg(run)));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write(logLine(desk.clock().now(), LogLevel::Warning, QStringLiteral("slow disk")) + '\n');
    log.close();
    LogsDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    const TypedCommand typed = typeIntoShell(copied(dialog), desk.path(QString()));
    QVERIFY2(typed.exitCode == 0, typed.errors.constData());
    QVERIFY2(typed.output.contains("slow disk"), typed.output.constData());
}

void tst_Commands::anAlarmIsNamed()
{
    UiDesk desk(UiDesk::History::Profile);
    Alarm alarm;
    alarm.id = QStringLiteral("20250218T010007Z-3f9c2a/1");
    alarm.sentence = QStringLiteral("The service web is down.");
    AlarmsDialog dialog(desk.context(), desk.profile(), {alarm});
    dialog.show();
    const QString command = copied(dialog);
    QCOMPARE(command, QStringLiteral("masclet-backup alarm ack --profile masclet_imperi ") + alarm.id);
}
