#include "tests/ui/Screens.h"

#include "tests/ui/Person.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/AlarmsDialog.h"
#include "ui/dialogs/ChecklistDialog.h"
#include "ui/dialogs/LogsDialog.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/dialogs/RetentionDialog.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/NewProfileWizard.h"
#include "ui/wizards/RestoreTestWizard.h"
#include "ui/wizards/RestoreWizard.h"

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QTabWidget>

#include <semaphore>

namespace masclet::test
{

namespace
{

constexpr QSize smallScreen(1280, 800);
const QString sample = QStringLiteral("masclet_imperi");

/// Shows screens of one desk when they have come to rest.
class Tour
{
public:
    Tour(const ScreenVisitor &visit, WorkRunner &runner)
        : m_visit(visit)
        , m_runner(runner)
    {
    }
    void show(const QString &name, QWidget &screen) const
    {
        screen.show();
        if (!settle(m_runner))
            qFatal("%s does not come to rest", qPrintable(name));
        m_visit(name, screen);
    }
    void pages(const QString &name, QWizard &wizard, int from, int to) const
    {
        for (int page = from; page <= to; ++page) {
            show(QStringLiteral("%1-%2").arg(name).arg(page), wizard);
            if (page < to)
                wizard.next();
        }
    }

private:
    const ScreenVisitor &m_visit;
    WorkRunner &m_runner;
};

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
        {titles.windowTitle(), QString(), desk.profile().repository.path}, &window,
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
    visit(QStringLiteral("main-running"), window);
    looked.release();
    settle(desk.runner());
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
    const Alarm alarm{QStringLiteral("20250218T010007Z-3f9c2a/1"), QStringLiteral("The service web is down."),
                      QStringLiteral("systemctl: Unit web.service not found."), QStringLiteral("granja"),
                      desk.clock().now()};
    AlarmsDialog alarms(desk.context(), desk.profile(), {alarm});
    tour.show(QStringLiteral("alarms"), alarms);
    PreferencesDialog preferences(desk.context(), desk.stored());
    auto *const sections = child<QListWidget>(preferences, "sections");
    for (int row = 0; row < sections->count(); ++row) {
        sections->setCurrentRow(row);
        tour.show(QStringLiteral("preferences-%1").arg(row + 1), preferences);
    }
}

/// Nothing listens there: what a wizard says then.
void visitWizardsWithoutServer(const ScreenVisitor &visit, UiDesk &desk)
{
    const Tour tour(visit, desk.runner());
    BackupWizard backup(desk.context(), desk.profile());
    tour.pages(QStringLiteral("unreached-backup"), backup, 1, 2);
    RestoreWizard restore(desk.context(), desk.profile(), {});
    tour.pages(QStringLiteral("unreached-restore"), restore, 1, 3);
}

void visitNewProfile(const Tour &tour, Person &person, const TempCluster &cluster)
{
    auto *const wizard = person.open<NewProfileWizard>("newProfile");
    tour.show(QStringLiteral("new-profile-1"), *wizard);
    person.write(*wizard, "connection.host", cluster.socketFolder());
    person.write(*wizard, "connection.port", QString::number(cluster.port()));
    person.write(*wizard, "connection.dbname", sample);
    person.click(*wizard, "testConnection");
    tour.show(QStringLiteral("new-profile-1-found"), *wizard);
    wizard->next();
    for (const char *kind : {"backup.kinds.config", "backup.kinds.logs", "backup.kinds.state"})
        child<QAbstractButton>(*wizard, kind)->setChecked(false);
    tour.pages(QStringLiteral("new-profile"), *wizard, 2, 7);
    wizard->accept();
}

void visitRestores(const Tour &tour, Person &person)
{
    auto *const test = person.open<RestoreTestWizard>("testRestore");
    tour.pages(QStringLiteral("restore-test"), *test, 1, 3);
    test->accept();
    auto *const beside = person.open<RestoreWizard>("restore");
    tour.pages(QStringLiteral("restore-beside"), *beside, 1, 3);
    beside->reject();
    auto *const restore = person.open<RestoreWizard>("restore");
    restore->show();
    person.settle();
    restore->next();
    person.click(*restore, "replace");
    tour.show(QStringLiteral("restore-2"), *restore);
    restore->next();
    person.settle();
    person.write(*restore, "typedName", sample);
    tour.show(QStringLiteral("restore-3"), *restore);
    restore->next();
    tour.show(QStringLiteral("restore-4"), *restore);
    person.click(*restore, "undo");
    tour.show(QStringLiteral("restore-4-undone"), *restore);
    restore->accept();
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
    visitWizardsWithoutServer(visit, desk);
    QDir().rename(desk.path(QStringLiteral("backups")), desk.path(QStringLiteral("elsewhere")));
    visitMainWindow(visit, QStringLiteral("main-unreadable"), desk);
}

void visitWork(const TempCluster &cluster, const ScreenVisitor &visit)
{
    Person person;
    const Tour tour(visit, person.runner());
    visitNewProfile(tour, person, cluster);
    auto *const backup = person.open<BackupWizard>("backUp");
    tour.pages(QStringLiteral("backup"), *backup, 1, 3);
    backup->accept();
    visitRestores(tour, person);
    auto *const details = child<QTabWidget>(person.window(), "details");
    person.settle();
    for (int tab = 0; tab < details->count(); ++tab) {
        details->setCurrentIndex(tab);
        tour.show(QStringLiteral("details-%1").arg(tab + 1), person.window());
    }
}

Result<> makeSampleDatabase(const TempCluster &cluster)
{
    QFile script(qEnvironmentVariable("MASCLET_SOURCE_DIR") +
                 QStringLiteral("/resources/sample/masclet_imperi.sql"));
    if (!script.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, QStringLiteral("the sample database is missing"));
    MASCLET_TRY(cluster.createDatabase(sample.toUtf8()));
    MASCLET_TRY(cluster.psql(sample.toUtf8(), script.readAll()));
    return {};
}

} // namespace masclet::test
