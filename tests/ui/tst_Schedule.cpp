#include "tests/ui/tst_Schedule.h"

#include "core/service/Passwords.h"
#include "tests/support/Files.h"
#include "tests/support/MemoryKeychain.h"
#include "tests/ui/Settle.h"
#include "tests/ui/Tables.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/ScheduleDialog.h"
#include "ui/main/MainWindow.h"
#include "ui/support/Labels.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>

using namespace masclet;
using masclet::test::child;
using masclet::test::contentOf;
using masclet::test::MemoryKeychain;
using masclet::test::put;
using masclet::test::rowsIn;
using masclet::test::settle;
using masclet::test::UiDesk;

void tst_Schedule::itIsInstalledAndRemovedAsShown()
{
    UiDesk desk(UiDesk::History::Month);
    const SchedulePlaces places = desk.useOwnCron();
    desk.setCommandLine(QStringLiteral("/usr/bin/masclet-backup"));
    ScheduleDialog dialog(desk.context(), desk.profile());
    QSignalSpy changed(&dialog, &ScheduleDialog::changed);
    dialog.show();
    QVERIFY(settle(desk.runner()));
    QCOMPARE(rowsIn(dialog, "scheduleInstalled"), 0);
    QVERIFY(rowsIn(dialog, "scheduleNext") >= 7);
    QVERIFY(!child<QPushButton>(dialog, "scheduleRemove")->isEnabled());

    QTest::keyClick(child<QPushButton>(dialog, "scheduleInstall"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    auto *question = dialog.findChild<QDialog *>(QStringLiteral("scheduleConfirm"));
    QVERIFY(question && question->isVisible());
    const QString shown = question->findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY2(shown.contains(places.cronFile) && shown.contains(QStringLiteral("--if-due")),
             qPrintable(shown));
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(settle(desk.runner()));
    QVERIFY(!QFile::exists(places.cronFile)); // nobody agreed
    QCOMPARE(changed.size(), 0);

    QTest::keyClick(child<QPushButton>(dialog, "scheduleInstall"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    question = dialog.findChild<QDialog *>(QStringLiteral("scheduleConfirm"));
    QVERIFY(question);
    QTest::keyClick(child<QPushButton>(*question, "scheduleGo"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QCOMPARE(changed.size(), 1);
    QVERIFY(contentOf(places.cronFile).contains("0 2 * * *") ||
            contentOf(places.cronFile).contains("0 * * * *")); // by the machine's zone
    QCOMPARE(rowsIn(dialog, "scheduleInstalled"), 1);

    QTest::keyClick(child<QPushButton>(dialog, "scheduleRemove"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    question = dialog.findChild<QDialog *>(QStringLiteral("scheduleConfirm"));
    QVERIFY(question);
    QTest::keyClick(child<QPushButton>(*question, "scheduleGo"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QVERIFY(!QFile::exists(places.cronFile));
    QCOMPARE(rowsIn(dialog, "scheduleInstalled"), 0);
}

void tst_Schedule::aForeignFileIsLeftAlone()
{
    UiDesk desk(UiDesk::History::Profile);
    const SchedulePlaces places = desk.useOwnCron();
    desk.setCommandLine(QStringLiteral("/usr/bin/masclet-backup"));
    put(places.cronFile, "0 1 * * * root /usr/local/bin/old-backup <b>R&D</b>\n");
    ScheduleDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    QTest::keyClick(child<QPushButton>(dialog, "scheduleInstall"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QVERIFY(!dialog.findChild<QDialog *>(QStringLiteral("scheduleConfirm")));
    QVERIFY(child<QLabel>(dialog, "errorMessage")->isVisible());
    QVERIFY(contentOf(places.cronFile).contains("old-backup"));
}

/// Agreed to by day, it would fail at night.
void tst_Schedule::aPasswordThatNoSchedulerReachesIsToldBefore()
{
    UiDesk desk(UiDesk::History::Profile);
    const auto keychain = std::make_shared<MemoryKeychain>();
    keychain->entries.insert(passwordEntryOf(desk.profile()), Secret::fromView({"s3cret", size_t(6)}));
    desk.setKeychain(keychain);
    desk.useOwnCron();
    desk.setCommandLine(QStringLiteral("/usr/bin/masclet-backup"));
    const auto warnings = [&] {
        ScheduleDialog dialog(desk.context(), desk.profile());
        dialog.show();
        settle(desk.runner());
        QTest::keyClick(child<QPushButton>(dialog, "scheduleInstall"), Qt::Key_Space);
        settle(desk.runner());
        QStringList texts;
        for (const ToneLabel *label : child<QDialog>(dialog, "scheduleConfirm")->findChildren<ToneLabel *>())
            texts << label->text();
        return texts.join(QChar(u'\n'));
    };
    const QString told = warnings();
    QVERIFY2(told.contains(QStringLiteral("keychain only")), qPrintable(told));
    QVERIFY_RESULT(storePassword(PasswordStore::PassFile, desk.profile(),
                                 Secret::fromView({"s3cret", size_t(6)}), desk.context().services.secrets,
                                 {}));
    QVERIFY(!warnings().contains(QStringLiteral("keychain only")));
}

/// A unit that may not look into homes would connect without them.
void tst_Schedule::certificatesOfTheHomeFolderAreReached()
{
    UiDesk desk(UiDesk::History::Profile);
    SchedulePlaces places = desk.useOwnCron();
    places.userUnits.clear(); // as root
    QVERIFY(QDir().mkpath(places.runFolder + QStringLiteral("/systemd/system")));
    desk.setSchedulePlaces(places);
    StoredProfile stored = desk.stored(); // no systemd here looks at units of a program that is not installed
    stored.give(*optionByPath(QStringLiteral("programs.systemctl")), desk.path(QStringLiteral("systemctl")));
    QVERIFY_RESULT(desk.context().services.profiles.save(stored));
    desk.setCommandLine(QStringLiteral("/usr/bin/masclet-backup"));
    desk.setHomeFolder(desk.path(QStringLiteral("home")));
    QVERIFY(QDir().mkpath(desk.path(QStringLiteral("home"))));
    const auto shown = [&] {
        ScheduleDialog dialog(desk.context(), desk.profile());
        dialog.show();
        settle(desk.runner());
        QTest::keyClick(child<QPushButton>(dialog, "scheduleInstall"), Qt::Key_Space);
        settle(desk.runner());
        return child<QDialog>(dialog, "scheduleConfirm")->findChild<QPlainTextEdit *>()->toPlainText();
    };
    const QString without = shown();
    QVERIFY2(without.contains(QStringLiteral("ProtectHome=yes")), qPrintable(without));
    QVERIFY(QDir().mkpath(desk.path(QStringLiteral("home/.postgresql"))));
    const QString with = shown();
    QVERIFY2(with.contains(QStringLiteral("ProtectHome=read-only")), qPrintable(with));
}

/// Nothing listens at the profile's port: the night would fail, and the window says why.
void tst_Schedule::theProofListsItsFindings()
{
    UiDesk desk(UiDesk::History::Profile);
    desk.useOwnCron();
    desk.setCommandLine(qEnvironmentVariable("MASCLET_BIN_DIR") + QStringLiteral("/masclet-backup"));
    StoredProfile stored = desk.stored();
    stored.give(*optionByPath(QStringLiteral("connection.host")), desk.path(QStringLiteral("nowhere")));
    QVERIFY_RESULT(desk.context().services.profiles.save(stored));
    ScheduleDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    child<QComboBox>(dialog, "scheduleHow")->setCurrentIndex(2);
    QTest::keyClick(child<QPushButton>(dialog, "scheduleProve"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QVERIFY(rowsIn(dialog, "scheduleFindings") > 3);
    QVERIFY(child<QWidget>(dialog, "scheduleVerdict")->isVisible());
    QCOMPARE(child<ToneLabel>(dialog, "scheduleVerdict")->text(), QStringLiteral("Tonight's run would fail"));
}

void tst_Schedule::aFailureIsOverWithTheNextProof()
{
    UiDesk desk(UiDesk::History::Profile);
    desk.useOwnCron();
    const QString program = desk.path(QStringLiteral("program"));
    desk.setCommandLine(program);
    ScheduleDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    QTest::keyClick(child<QPushButton>(dialog, "scheduleProve"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QVERIFY(child<QLabel>(dialog, "errorMessage")->isVisible());
    put(program, "#!/bin/sh\necho '{\"items\": []}'\n");
    QVERIFY(QFile::setPermissions(program, QFile::Permissions(0x7755)));
    QTest::keyClick(child<QPushButton>(dialog, "scheduleProve"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QVERIFY(child<ToneLabel>(dialog, "scheduleVerdict")->text().startsWith(QStringLiteral("It works")));
    QVERIFY(!child<QLabel>(dialog, "errorMessage")->isVisible());
}

void tst_Schedule::aProofThatFailsBehindAClosedWindowIsTold()
{
    UiDesk desk(UiDesk::History::Profile);
    desk.useOwnCron();
    desk.setCommandLine(desk.path(QStringLiteral("no-program")));
    MainWindow window(desk.context());
    window.showProfiles();
    window.show();
    QVERIFY(settle(desk.runner()));
    const auto *const problem = child<QLabel>(*window.centralWidget(), "errorMessage");
    QVERIFY(!problem->isVisible());
    window.findChild<QAction *>(QStringLiteral("schedule"))->trigger();
    QVERIFY(settle(desk.runner()));
    QPointer<ScheduleDialog> dialog = window.findChild<ScheduleDialog *>();
    QVERIFY(dialog);
    QTest::keyClick(child<QPushButton>(*dialog, "scheduleProve"), Qt::Key_Space);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog || !dialog->isVisible());
    QVERIFY(settle(desk.runner()));
    QVERIFY2(problem->isVisible() && problem->text().contains(QStringLiteral("no-program")),
             qPrintable(problem->text()));
    QTRY_VERIFY(!dialog);
}
