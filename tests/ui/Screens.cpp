#include "tests/ui/Screens.h"

#include "core/service/RetentionHold.h"
#include "tests/ui/Child.h"
#include "tests/ui/Tour.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/AlarmsDialog.h"
#include "ui/dialogs/ChecklistDialog.h"
#include "ui/dialogs/ContactEdit.h"
#include "ui/dialogs/ContactsDialog.h"
#include "ui/dialogs/LogsDialog.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/dialogs/PreviewDialog.h"
#include "ui/dialogs/RetentionDialog.h"
#include "ui/dialogs/ScheduleDialog.h"
#include "ui/main/DeskActions.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/NewProfileWizard.h"
#include "ui/wizards/RestoreTestWizard.h"
#include "ui/wizards/RestoreWizard.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTabWidget>

#include <semaphore>

namespace masclet::test
{

namespace
{

constexpr QSize smallScreen(1280, 800);

void visitMainWindow(const ScreenVisitor &visit, const QString &name, UiDesk &desk)
{
    MainWindow window(desk.context());
    window.resize(smallScreen);
    window.showProfiles();
    Tour(visit, desk.runner()).show(name, window);
}

/// A work that stands still in the middle while it is looked at.
void visitRunningWork(const ScreenVisitor &visit, UiDesk &desk)
{
    MainWindow window(desk.context());
    window.resize(smallScreen);
    window.showProfiles();
    window.show();
    if (!settle(desk.runner()))
        qFatal("the window does not come to rest");
    std::binary_semaphore reached(0);
    std::binary_semaphore looked(0);
    const BackupWizard titles(desk.context(),
                              desk.profile()); // the sentence of its window title is translated
    const ActiveWork *const work = desk.runner().run(
        {titles.windowTitle(), BackupWizard::tr("Nothing of the set that was begun is left."),
         desk.profile().repository.path},
        &window,
        [&](JobContext &context) -> Result<> {
            context.phase(QStringLiteral("pg_dumpall"));
            context.phase(QStringLiteral("pg_dump"), 96 * 1024 * 1024);
            context.advance(31 * 1024 * 1024, QStringLiteral("public.movements"));
            context.finish();
            reached.release();
            looked.acquire();
            return {};
        },
        [](const Result<> &) {});
    reached.acquire();
    if (!QTest::qWaitFor([&] { return work->progress().bytes > 0; }))
        qFatal("no progress is told");
    QCoreApplication::processEvents();
    const Tour tour(visit, desk.runner());
    tour.showAtOnce(QStringLiteral("main-running"), window);
    window.close(); // asks
    auto *const question = child<QWidget>(window, "closeQuestion");
    tour.showAtOnce(QStringLiteral("question-close"), *question);
    QTest::keyClick(question, Qt::Key_Escape);
    looked.release();
    settle(desk.runner());
}

Profile withLadder(Profile profile)
{
    profile.contacts = {
        {QStringLiteral("devops"),
         QStringLiteral("Ana <b>R&D</b>"),
         QStringLiteral("ana@example.org"),
         {},
         {},
         QStringLiteral("600 100 200")},
        {QStringLiteral("sysadmin"),
         QStringLiteral("Systems"),
         {},
         QStringLiteral("https://chat.example.org/hook/s3cret"),
         {},
         {}},
        {QStringLiteral("dba"), QStringLiteral("Marta"), {}, {}, {}, QStringLiteral("600 300 400")}};
    return profile;
}

/// One that nobody has answered, and one that somebody looks after.
QList<Incident> openAlarms(const UiDesk &desk)
{
    const QDateTime now = desk.clock().now();
    return {{QStringLiteral("20250218T010007Z-3f9c2a"),
             {QStringLiteral("proven"), QStringLiteral("The last verified backup is of <b>R&D</b>."), {}},
             now.addSecs(-300),
             {QStringLiteral("devops")},
             now.addSecs(-300),
             {},
             {}},
            {QStringLiteral("20250217T010007Z-8a1b2c"),
             {QStringLiteral("run:backup"),
              QStringLiteral("The backup failed: the server at 127.0.0.1, port 5432, does not answer."),
              QStringLiteral("Look whether the server runs.")},
             now.addSecs(-86'700),
             {QStringLiteral("devops"), QStringLiteral("sysadmin")},
             now.addSecs(-80'000),
             QStringLiteral("marta@granja"),
             now.addSecs(-79'000)}};
}

void visitAlarms(const ScreenVisitor &visit, UiDesk &desk)
{
    const Tour tour(visit, desk.runner());
    const Alarm alarm{QStringLiteral("20250218T010007Z-3f9c2a/1"), QStringLiteral("The service web is down."),
                      QStringLiteral("systemctl: Unit web.service not found."), QStringLiteral("granja"),
                      desk.clock().now()};
    desk.putAlarms(openAlarms(desk));
    AlarmsDialog alarms(desk.context(), withLadder(desk.profile()), {alarm});
    tour.show(QStringLiteral("alarms"), alarms);
    Incident longest = openAlarms(desk).last();
    longest.acknowledged.clear();
    desk.putAlarms({longest});
    visitMainWindow(visit, QStringLiteral("main-alarm"), desk);
    desk.putAlarms({});
}

void visitContacts(const Tour &tour, UiDesk &desk)
{
    desk.putAlarms({openAlarms(desk).first()});
    const Profile profile = withLadder(desk.profile());
    ContactsDialog contacts(desk.context(), profile);
    tour.show(QStringLiteral("contacts"), contacts);
    ContactEdit edit(profile.contacts.first(), {});
    tour.show(QStringLiteral("contact"), edit);
    desk.putAlarms({});
}

/// Nothing installed, what would be, what is, and why tonight's run would fail: there is no server.
void visitSchedule(const Tour &tour, UiDesk &desk)
{
    desk.useOwnCron();
    desk.setCommandLine(qEnvironmentVariable("MASCLET_BIN_DIR") + QStringLiteral("/masclet-backup"));
    ScheduleDialog schedule(desk.context(), desk.profile());
    tour.show(QStringLiteral("schedule"), schedule);
    child<QAbstractButton>(schedule, "scheduleInstall")->click();
    settle(desk.runner());
    auto *const question = child<QDialog>(schedule, "scheduleConfirm");
    tour.show(QStringLiteral("schedule-plan"), *question);
    child<QAbstractButton>(*question, "scheduleGo")->click();
    settle(desk.runner());
    child<QComboBox>(schedule, "scheduleHow")->setCurrentIndex(2);
    child<QAbstractButton>(schedule, "scheduleProve")->click();
    tour.show(QStringLiteral("schedule-proof"), schedule);
}

void visitDialogs(const ScreenVisitor &visit, UiDesk &desk)
{
    const Tour tour(visit, desk.runner());
    ChecklistDialog checklist(desk.context(), desk.profile());
    tour.show(QStringLiteral("checklist"), checklist);
    RetentionDialog retention(desk.context(), desk.profile());
    tour.show(QStringLiteral("retention"), retention);
    LogsDialog logs(desk.context(), desk.profile());
    tour.show(QStringLiteral("logs"), logs);
    visitSchedule(tour, desk);
    visitContacts(tour, desk);
    PreferencesDialog preferences(desk.context(), desk.stored());
    auto *const sections = child<QListWidget>(preferences, "sections");
    for (int row = 0; row < sections->count(); ++row) {
        sections->setCurrentRow(row);
        tour.show(QStringLiteral("preferences-%1").arg(row + 1), preferences);
    }
}

/// The window that an act of this main window opened.
QDialog &opened(const MainWindow &window)
{
    const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (dialog->isVisible())
            return *dialog;
    }
    qFatal("nothing was opened");
}

void visitQuestions(const ScreenVisitor &visit, UiDesk &desk)
{
    MainWindow window(desk.context());
    window.resize(smallScreen);
    window.showProfiles();
    const Tour tour(visit, desk.runner());
    const auto ask = [&](const char *name, const std::function<void(DeskActions &)> &act) {
        window.show();
        if (!settle(desk.runner()))
            qFatal("the window does not come to rest");
        act(*window.findChild<DeskActions *>());
        QDialog &question = opened(window);
        tour.show(QStringLiteral("question-") + QString::fromLatin1(name), question);
        QTest::keyClick(&question, Qt::Key_Escape);
    };
    {
        const Result<RepositoryLock> lock = desk.repository().lock({}, {}, {});
        if (!lock || !raiseHold(desk.repository().journal(), *lock, desk.profile().id, desk.newestSet(),
                                QStringLiteral("The server of <b>R&D</b> is another one than before.")))
            qFatal("no hold can be raised");
    }
    ask("hold", [](DeskActions &actions) { actions.mend(Remedy::AcceptServer); });
    ask("go-back", [&](DeskActions &actions) {
        const QByteArray database = desk.profile().connection.dbname.toUtf8();
        actions.goBack({database, database + "__old_1", 0, {}, desk.clock().now(), {}});
    });
    ask("about", [&](DeskActions &) { child<QAction>(window, "about")->trigger(); });
    QMenu *const menu = window.findChild<DeskActions *>()->makeHistoryMenu(&window);
    tour.show(QStringLiteral("history-menu"), *menu);
}

/// A dump as pg_dump writes it, with text that is no markup.
QString writeDump(const UiDesk &desk)
{
    QFile file(desk.path(QStringLiteral("shop_2019.sql")));
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(
            "--\n-- PostgreSQL database dump\n--\n\nSET client_encoding = 'UTF8';\n"
            "SET standard_conforming_strings = on;\n\nCREATE TABLE public.animals (\n    id integer NOT "
            "NULL,\n    \"<b>R&D</b>\" text\n);\n\nCOPY public.animals (id, \"<b>R&D</b>\") FROM stdin;\n"
            "1\t<b>R&D</b>\n2\t\\N\n3\tred\\nline\n\\.\n\n\nALTER TABLE ONLY public.animals\n    ADD "
            "CONSTRAINT animals_pkey PRIMARY KEY (id);\n\n--\n-- PostgreSQL database dump "
            "complete\n--\n\n") < 0)
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void visitForeignFile(const ScreenVisitor &visit, UiDesk &desk)
{
    const Tour tour(visit, desk.runner());
    const QString dump = writeDump(desk);
    auto *const preview = new PreviewDialog(desk.context(), {desk.profile(), {}, dump});
    tour.show(QStringLiteral("preview-1"), *preview);
    child<QTabWidget>(*preview, "previewTabs")->setCurrentIndex(1);
    tour.show(QStringLiteral("preview-2"), *preview);
    delete preview;
    auto *const damaged = new PreviewDialog(desk.context(), {desk.profile(), desk.newestSet(), {}});
    tour.show(QStringLiteral("preview-failed"), *damaged);
    delete damaged;
    RestoreWizard restore(desk.context(), desk.profile(), {});
    restore.show();
    settle(desk.runner());
    child<QAbstractButton>(restore, "sourceFile")->click();
    child<QLineEdit>(restore, "foreignFile")->setText(QStringLiteral("/nowhere.sql"));
    tour.show(QStringLiteral("foreign-1-missing"), restore);
    child<QLineEdit>(restore, "foreignFile")->setText(dump);
    settle(desk.runner());
    child<QCheckBox>(restore, "foreignTrust")->setChecked(true);
    tour.pages(QStringLiteral("foreign"), restore, 1, 3);
}

/// Nothing listens there: what a wizard says then.
void visitWizardsWithoutServer(const ScreenVisitor &visit, UiDesk &desk)
{
    const Tour tour(visit, desk.runner());
    BackupWizard backup(desk.context(), desk.profile());
    tour.pages(QStringLiteral("unreached-backup"), backup, 1, 3);
    RestoreTestWizard test(desk.context(), desk.profile(), desk.newestSet());
    tour.pages(QStringLiteral("unreached-test"), test, 1, 3);
    RestoreWizard restore(desk.context(), desk.profile(), {});
    tour.pages(QStringLiteral("unreached-restore"), restore, 1, 4);
    NewProfileWizard wizard(desk.context());
    wizard.show();
    child<QLineEdit>(wizard, "connection.host")->setText(QStringLiteral("/nowhere"));
    child<QLineEdit>(wizard, "connection.dbname")->setText(desk.profile().connection.dbname);
    child<QAbstractButton>(wizard, "testConnection")->click();
    tour.pages(QStringLiteral("unreached-profile"), wizard, 1, 6);
}

} // namespace

void visitScreens(const ScreenVisitor &visit, const QString &database)
{
    UiDesk first(UiDesk::History::None);
    visitMainWindow(visit, QStringLiteral("main-first"), first);
    UiDesk empty(UiDesk::History::Profile, database);
    visitMainWindow(visit, QStringLiteral("main-empty"), empty);
    UiDesk desk(UiDesk::History::Month, database);
    visitMainWindow(visit, QStringLiteral("main"), desk);
    visitRunningWork(visit, desk);
    visitDialogs(visit, desk);
    visitAlarms(visit, desk);
    visitQuestions(visit, desk);
    visitForeignFile(visit, desk);
    visitWizardsWithoutServer(visit, desk); // which leaves failed runs
    visitMainWindow(visit, QStringLiteral("main-failed"), desk);
    QDir().rename(desk.path(QStringLiteral("backups")), desk.path(QStringLiteral("elsewhere")));
    visitMainWindow(visit, QStringLiteral("main-unreadable"), desk);
}

} // namespace masclet::test
