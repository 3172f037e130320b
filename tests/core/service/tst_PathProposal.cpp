#include "tests/core/service/tst_PathProposal.h"

#include "core/service/PathProposal.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace masclet;
using masclet::test::q;

namespace
{

/// A machine in a temporary folder.
class Machine
{
public:
    void make(const char *path) const
    {
        const QString whole = m_folder.path() + QLatin1String(path);
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", path);
    }
    QString path(const char *path) const { return m_folder.path() + QLatin1String(path); }
    StoredProfile proposed(StoredProfile stored = {},
                           const QStringList &kinds = {q("config"), q("logs")}) const
    {
        stored.profile.backup.kinds = kinds;
        proposeFiles(stored, {m_folder.path(), path("/srv/app/backend")});
        return stored;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

void tst_PathProposal::onlyWhatExistsIsProposed()
{
    const Machine machine;
    machine.make("/etc/nginx/nginx.conf");
    machine.make("/etc/crontab");
    machine.make("/etc/postgresql/15/main/postgresql.conf");
    machine.make("/var/log/postgresql/x.log");
    const Profile profile = machine.proposed().profile;
    QCOMPARE(profile.config.paths, (QStringList{machine.path("/etc/postgresql"), machine.path("/etc/nginx"),
                                                machine.path("/etc/crontab")}));
    QCOMPARE(profile.logs.paths, QStringList{machine.path("/var/log/postgresql")});
}

void tst_PathProposal::composeFilesBringTheirEnvironment()
{
    const Machine machine;
    machine.make("/srv/app/docker-compose.yml");
    machine.make("/srv/app/.env");
    machine.make("/srv/app/backend/compose.yaml");
    machine.make("/srv/other/.env"); // of something else
    machine.make("/opt/shop/compose.override.yml");
    const QStringList paths = machine.proposed().profile.config.paths;
    QCOMPARE(paths, (QStringList{machine.path("/srv/app/backend/compose.yaml"),
                                 machine.path("/srv/app/docker-compose.yml"), machine.path("/srv/app/.env"),
                                 machine.path("/opt/shop/compose.override.yml")}));
}

void tst_PathProposal::givenPathsStay()
{
    const Machine machine;
    machine.make("/etc/crontab");
    StoredProfile stored;
    stored.give(*optionByPath(QStringLiteral("config.paths")), QStringList{QStringLiteral("/mine")});
    stored.profile.checks.logFiles = {QStringLiteral("/var/log/app.log")};
    const Profile profile = machine.proposed(stored).profile;
    QCOMPARE(profile.config.paths, QStringList{QStringLiteral("/mine")});
    QCOMPARE(profile.logs.paths, QStringList{QStringLiteral("/var/log/app.log")}); // what is searched is kept
}

void tst_PathProposal::kindsThatAreLeftOutGetNothing()
{
    const Machine machine;
    machine.make("/etc/crontab");
    machine.make("/var/log/postgresql/x.log");
    StoredProfile stored = machine.proposed({}, {q("db"), q("logs")});
    QVERIFY(stored.profile.config.paths.isEmpty() && !stored.given.contains(q("config.paths")));
    QVERIFY(!stored.profile.logs.paths.isEmpty());
    stored = machine.proposed({}, {q("db")});
    QVERIFY(stored.profile.logs.paths.isEmpty() && !stored.given.contains(q("logs.paths")));
}

void tst_PathProposal::anEmptyMachineGetsNothing()
{
    const StoredProfile stored = Machine().proposed();
    QVERIFY(stored.profile.config.paths.isEmpty());
    QVERIFY(stored.given.contains(QStringLiteral("logs.paths"))); // and the file shows it
}
