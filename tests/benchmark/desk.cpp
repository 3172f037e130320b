// Measures the desk; run.sh makes ratios of it. HOME is the folder with config/ and state/ of its person.
//   desk_benchmark prepare HOME ROWS   makes a profile whose repository remembers so many runs
//   desk_benchmark start HOME          opens the window; milliseconds until the history is shown, until all
//   is,
//                                      the longest time the event loop kept an event waiting meanwhile and
//                                      while the history is scrolled, and the most memory it had, in MiB
//   desk_benchmark backup HOME         makes a backup beside the open window; the longest such time
#include "app/AppContext.h"
#include "core/repository/Repository.h"
#include "core/service/BackupProcedure.h"
#include "core/service/OverviewService.h"
#include "tests/support/TestMain.h"
#include "ui/main/HistoryView.h"
#include "ui/main/MainWindow.h"
#include "ui/support/Theme.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include <atomic>
#include <cstdio>
#include <thread>

#include <unistd.h>

using namespace masclet;

namespace
{

template <class T>
T orDie(Result<T> result)
{
    if (!result)
        qFatal("%s", test::reason(result).constData());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Sends the event loop an event every few milliseconds and keeps how long the slowest one waited.
class LoopWatch
{
public:
    explicit LoopWatch(QObject &receiver)
        : m_thread([this, &receiver](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                QElapsedTimer sent;
                sent.start();
                std::atomic<bool> arrived = false;
                QMetaObject::invokeMethod(
                    &receiver,
                    [&] {
                        m_worst = std::max<qint64>(m_worst, sent.elapsed());
                        arrived = true;
                        arrived.notify_one();
                    },
                    Qt::QueuedConnection);
                arrived.wait(false);
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            }
        })
    {
    }
    qint64 worst() const { return m_worst; }
    /// Before the loop ends.
    void end()
    {
        m_thread.request_stop();
        std::atomic<bool> joined = false;
        std::thread waiter([&] {
            m_thread.join();
            joined = true;
        });
        while (!joined)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        waiter.join();
    }

private:
    std::atomic<qint64> m_worst = 0;
    std::jthread m_thread;
};

/// The desk of one person, as app/gui/main.cpp makes it.
struct Desk {
    explicit Desk(const QString &home)
        : app({{QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config")},
               {QStringLiteral("XDG_STATE_HOME"), home + QStringLiteral("/state")},
               {QStringLiteral("PATH"), qEnvironmentVariable("PATH")}},
              home, ::geteuid(), clock)
        , context{app.services(), app.environment(), runner, {}, {}}
    {
    }
    SystemClock clock;
    AppContext app;
    WorkRunner runner{clock};
    UiContext context;
};

int peakMebibytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                return line.simplified().split(' ').value(1).toInt() / 1024;
        }
    }
    return -1;
}

void prepare(const QString &home, int rows)
{
    const Desk desk(home);
    const QString folder = home + QStringLiteral("/backups");
    StoredProfile stored;
    stored.profile.name = QStringLiteral("desk");
    stored.profile.id = QStringLiteral("0123456789abcdef0123456789abcdef");
    stored.profile.path = desk.app.profiles().newPath(stored.profile.name);
    stored.give(*optionByPath(QStringLiteral("connection.dbname")), QStringLiteral("desk"));
    stored.give(*optionByPath(QStringLiteral("repository.path")), folder);
    orDie(desk.app.profiles().create(stored));
    Repository repository = orDie(Repository::init(folder, desk.clock));
    const RepositoryLock lock = orDie(repository.lock({}, {}, {}));
    for (int row = 0; row < rows; ++row) {
        RunRecord run;
        run.started = desk.clock.now().addSecs(qint64(row - rows) * 3600);
        run.id = run.started.toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'-")) +
                 QStringLiteral("%1").arg(row, 6, 16, QChar(u'0'));
        run.verb = QStringLiteral("backup");
        run.profile = stored.profile.name;
        run.profileId = stored.profile.id;
        run.author = QStringLiteral("root@granja");
        run.trigger = QStringLiteral("schedule");
        run.state = RunState::Failed;
        run.exitCode = 13;
        run.finished = run.started.addSecs(3);
        run.durationMs = 3000;
        run.message = QStringLiteral("The server at 127.0.0.1, port 5432, does not answer.");
        orDie(repository.journal().runFinished(lock, run));
    }
    orDie(refreshCatalog(desk.app.services(), orDie(desk.app.profiles().load(stored.profile.name)).profile));
}

void wait(const std::function<bool()> &until)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (until())
            loop.quit();
    });
    look.start(std::chrono::milliseconds(1));
    loop.exec();
}

void start(const QString &home, const QElapsedTimer &sinceStart)
{
    Desk desk(home);
    MainWindow window(desk.context);
    LoopWatch watch(window);
    bool history = false;
    const HistoryView &view = *window.findChild<HistoryView *>();
    HistoryModel &model = const_cast<HistoryView &>(view).model();
    QObject::connect(&model, &QAbstractItemModel::dataChanged, &window, [&] { history = true; });
    QObject::connect(&model, &HistoryModel::loaded, &window, [&](int total) { history |= total == 0; });
    window.showProfiles();
    window.show();
    wait([&] { return history; });
    const qint64 historyMs = sinceStart.elapsed();
    wait([&] { return window.isSettled(); });
    const qint64 allMs = sinceStart.elapsed();
    auto *const table = view.findChild<QTableView *>(QStringLiteral("history"));
    for (int step = 1; step <= 20; ++step) {
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() * step / 20);
        wait([&] { return window.isSettled(); });
    }
    watch.end();
    std::printf("%lld %lld %lld %d\n", static_cast<long long>(historyMs), static_cast<long long>(allMs),
                static_cast<long long>(watch.worst()), peakMebibytes());
}

void backup(const QString &home)
{
    Desk desk(home);
    MainWindow window(desk.context);
    window.showProfiles();
    window.show();
    wait([&] { return window.isSettled(); });
    const QList<ProfileStore::Entry> entries = orDie(desk.app.profiles().list());
    BackupProcedureRequest request;
    request.backup.profile = orDie(effectiveProfile(desk.context, entries.first().name));
    LoopWatch watch(window);
    desk.runner.run(
        {QStringLiteral("Backing up"), {}, request.backup.profile.repository.path}, &window,
        [&services = desk.app.services(), request](JobContext &context) {
            return runBackupProcedure(services, request, context);
        },
        [](const Result<BackupProcedureReport> &report) { orDie(report); });
    wait([&] { return window.isSettled(); });
    watch.end();
    std::printf("%lld\n", static_cast<long long>(watch.worst()));
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication app(argc, argv);
    theme::apply(app, theme::Scheme::Light);
    const QStringList arguments = QApplication::arguments();
    const QString verb = arguments.value(1);
    if (verb == QStringLiteral("prepare"))
        prepare(arguments.value(2), arguments.value(3).toInt());
    else if (verb == QStringLiteral("start"))
        start(arguments.value(2), sinceStart);
    else if (verb == QStringLiteral("backup"))
        backup(arguments.value(2));
    else
        qFatal("usage: desk_benchmark prepare HOME ROWS | start HOME | backup HOME");
    return 0;
}
