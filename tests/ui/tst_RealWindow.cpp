#include "tests/ui/tst_RealWindow.h"

#include "tests/support/Desk.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QProcessEnvironment>

#include <csignal>

#include <sys/prctl.h>

using namespace masclet;
using masclet::test::Desk;
using masclet::test::endOf;
using masclet::test::TempCluster;

namespace
{

constexpr int startLimit = 30'000; ///< milliseconds

/// A program that ends with the object, and with this one however that ends.
class Companion
{
public:
    Companion(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
    {
        m_process.setProcessEnvironment(environment);
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
        m_process.start(program, arguments);
        if (!m_process.waitForStarted())
            qFatal("%s is missing: packaging/install-packages.sh test", qPrintable(program));
    }
    ~Companion()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5'000))
            m_process.kill();
        m_process.waitForFinished();
    }
    Companion(const Companion &) = delete;
    Companion &operator=(const Companion &) = delete;
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
};

/// A screen of 1280x800 with a window manager, and the mouse and keyboard of a person.
class Screen
{
public:
    explicit Screen(const QString &folder)
        : m_server(QStringLiteral("Xvfb"),
                   {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                    QStringLiteral("0"), QStringLiteral("1280x800x24"), QStringLiteral("-nolisten"),
                    QStringLiteral("tcp")},
                   QProcessEnvironment::systemEnvironment())
    {
        QProcess &server = m_server.process();
        if (!server.waitForReadyRead(startLimit))
            qFatal("Xvfb does not start: %s", server.readAllStandardError().constData());
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("DISPLAY"),
                             QChar(u':') + QString::fromLatin1(server.readAllStandardOutput().trimmed()));
        const QString ready = folder + QStringLiteral("/manager-ready");
        m_manager = std::make_unique<Companion>(
            QStringLiteral("openbox"),
            QStringList{QStringLiteral("--startup"), QStringLiteral("/usr/bin/touch ") + ready},
            m_environment);
        if (!QTest::qWaitFor([&] { return QFile::exists(ready); }, startLimit))
            qFatal("openbox does not start");
    }
    const QProcessEnvironment &environment() const { return m_environment; }

    /// What xdotool says; its bad end is an empty answer.
    QByteArray tool(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral("xdotool"), arguments);
        if (!process.waitForFinished(startLimit) || process.exitCode() != 0)
            return {};
        return process.readAllStandardOutput().trimmed();
    }
    /// The shown window with that title, when there is one.
    QString window(const QString &title) const
    {
        return QString::fromLatin1(
            tool({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"), title})
                .split('\n')
                .last());
    }
    void press(const QString &key) const { tool({QStringLiteral("key"), key}); }
    void click(const QString &window, QPoint place) const
    {
        tool({QStringLiteral("mousemove"), QStringLiteral("--sync"), QStringLiteral("--window"), window,
              QString::number(place.x()), QString::number(place.y()), QStringLiteral("click"),
              QStringLiteral("1")});
    }

private:
    Companion m_server;
    QProcessEnvironment m_environment;
    std::unique_ptr<Companion> m_manager;
};

} // namespace

void tst_RealWindow::initTestCase()
{
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    QVERIFY_RESULT(m_cluster->psql("shop", "create table animals as select generate_series(1, 347) as id"));
}

void tst_RealWindow::cleanupTestCase()
{
    m_cluster.reset();
}

/// The installed program on a real X server: mouse and keyboard from outside, looked at from outside.
void tst_RealWindow::aBackupIsClickedThroughOnAScreen()
{
    const auto desk = Desk::make(*m_cluster, "shop");
    QVERIFY_RESULT(desk);
    const Screen screen((*desk)->home());
    QProcessEnvironment environment = screen.environment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("HOME"), (*desk)->home());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), (*desk)->home() + QStringLiteral("/config"));
    environment.insert(QStringLiteral("XDG_STATE_HOME"), (*desk)->home() + QStringLiteral("/state"));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), (*desk)->home());
    Companion program(qEnvironmentVariable("MASCLET_BIN_DIR") + QStringLiteral("/masclet-backup-gui"), {},
                      environment);
    QString window;
    const auto appears = [&](const QString &title) {
        return QTest::qWaitFor([&] { return !(window = screen.window(title)).isEmpty(); }, startLimit);
    };
    QVERIFY2(appears(QStringLiteral("^desk")), program.process().readAllStandardError().constData());
    screen.tool({QStringLiteral("windowactivate"), QStringLiteral("--sync"), window});
    // "Back up…" is the first button of the tool bar, below the menus.
    QVERIFY(QTest::qWaitFor(
        [&] {
            screen.click(window, QPoint(50, 48));
            return !screen.window(QStringLiteral("^Back up")).isEmpty();
        },
        startLimit));
    // Enter is the button that goes on, as soon as the page lets it.
    const QDir sets((*desk)->repository() + QStringLiteral("/sets"));
    const auto proven = [&] {
        const auto shown =
            (*desk)->run({QStringLiteral("show"), QStringLiteral("--latest"), QStringLiteral("--json")});
        return shown.output.contains("\"restore-tested\"");
    };
    QVERIFY(QTest::qWaitFor(
        [&] {
            if (sets.isEmpty())
                screen.press(QStringLiteral("Return"));
            return !sets.isEmpty() && proven();
        },
        60'000));
    QVERIFY(QTest::qWaitFor(
        [&] {
            screen.press(QStringLiteral("Return"));
            return screen.window(QStringLiteral("^Back up")).isEmpty();
        },
        startLimit));
    // The program ends by its menu's key.
    QVERIFY(QTest::qWaitFor(
        [&] {
            screen.press(QStringLiteral("ctrl+q"));
            return program.process().state() == QProcess::NotRunning ||
                   program.process().waitForFinished(500);
        },
        startLimit));
    QCOMPARE(program.process().exitCode(), 0);
}
