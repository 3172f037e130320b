#include "tests/cli/tst_AppContext.h"

#include "app/AppContext.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"

using namespace masclet;

void tst_AppContext::foldersFollowUserAndEnvironment_data()
{
    QTest::addColumn<uid_t>("user");
    QTest::addColumn<QString>("config"); // XDG_CONFIG_HOME
    QTest::addColumn<QString>("state");  // XDG_STATE_HOME
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("stateFolder");
    const QString none;
    QTest::newRow("root") << uid_t(0) << none << none
                          << QStringLiteral("/etc/masclet-backup/profiles/shop.toml")
                          << QStringLiteral("/var/lib/masclet-backup");
    QTest::newRow("somebody") << uid_t(1000) << none << none
                              << QStringLiteral("/home/ana/.config/masclet-backup/profiles/shop.toml")
                              << QStringLiteral("/home/ana/.local/state/masclet-backup");
    for (const uid_t user : {uid_t(0), uid_t(1000)})
        QTest::addRow("named folders, user %u", user)
            << user << QStringLiteral("/c") << QStringLiteral("/s")
            << QStringLiteral("/c/masclet-backup/profiles/shop.toml") << QStringLiteral("/s/masclet-backup");
    // The XDG rule: only absolute paths count.
    QTest::newRow("root, relative folders") << uid_t(0) << QStringLiteral("c") << QStringLiteral("s")
                                            << QStringLiteral("/etc/masclet-backup/profiles/shop.toml")
                                            << QStringLiteral("/var/lib/masclet-backup");
}

void tst_AppContext::foldersFollowUserAndEnvironment()
{
    QFETCH(uid_t, user);
    QFETCH(QString, config);
    QFETCH(QString, state);
    QFETCH(QString, profile);
    QFETCH(QString, stateFolder);
    Environment environment;
    if (!config.isEmpty())
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), config);
    if (!state.isEmpty())
        environment.insert(QStringLiteral("XDG_STATE_HOME"), state);
    const test::FakeClock clock(QDateTime(QDate(2025, 2, 18), QTime(1, 0), Qt::UTC));
    const AppContext app(environment, QStringLiteral("/home/ana"), user, clock);
    QCOMPARE(app.profiles().newPath(QStringLiteral("shop")), profile);
    QCOMPARE(app.services().stateFolder, stateFolder);
}
