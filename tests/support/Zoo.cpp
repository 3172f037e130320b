#include "tests/support/Zoo.h"

#include <QFile>

namespace masclet::test
{

namespace
{

Result<QByteArray> scriptText(const QString &path)
{
    QFile file(QStringLiteral(MASCLET_TEST_SUPPORT_DIR "/../../") + path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, file.fileName() + QStringLiteral(": ") + file.errorString());
    return file.readAll();
}

Result<> runScript(const TempCluster &cluster, const QByteArray &database, const QString &path)
{
    MASCLET_TRY_ASSIGN(const QByteArray sql, scriptText(path));
    MASCLET_TRY(cluster.psql(database, "SET client_min_messages = error;\n" + sql));
    return {};
}

QString zooPath(const QString &script)
{
    return QStringLiteral("tests/integration/zoo/%1.sql").arg(script);
}

} // namespace

const QList<ZooDatabase> &zoo()
{
    static const QList<ZooDatabase> all = {
        {"zoo objects",
         "UTF8",
         "C.UTF-8",
         {QStringLiteral("objects"), QStringLiteral("objects_14"), QStringLiteral("objects_15")}},
        {"zoo_names", "UTF8", "C.UTF-8", {QStringLiteral("names")}},
        {"zoo_texts", "UTF8", "C.UTF-8", {QStringLiteral("texts")}},
        {"zoo_types", "UTF8", "C.UTF-8", {QStringLiteral("types")}},
        {"zoo_latin1", "LATIN1", "C", {QStringLiteral("latin1")}},
        {"zoo_euc_jp", "EUC_JP", "C", {QStringLiteral("euc_jp")}},
        {"zoo_win1252", "WIN1252", "C", {QStringLiteral("win1252")}},
        {"zoo_sql_ascii", "SQL_ASCII", "C", {QStringLiteral("sql_ascii")}},
    };
    return all;
}

Result<> makeZoo(const TempCluster &cluster, const ZooDatabase &database)
{
    MASCLET_TRY_ASSIGN(
        const QByteArray roles,
        cluster.psql("postgres", "SELECT count(*) FROM pg_catalog.pg_roles WHERE rolname = 'zoo_owner'"));
    if (roles == "0") {
        MASCLET_TRY(runScript(cluster, "postgres", zooPath(QStringLiteral("roles"))));
        MASCLET_TRY(cluster.createTablespace("zoo_space"));
    }
    MASCLET_TRY_ASSIGN(const QByteArray version, cluster.psql("postgres", "SHOW server_version_num"));
    MASCLET_TRY(cluster.createDatabase(database.name, database.encoding, database.locale));
    for (const QString &script : database.scripts) {
        if (script.section(u'_', -1).toInt() <= version.toInt() / 10'000)
            MASCLET_TRY(runScript(cluster, database.name, zooPath(script)));
    }
    return {};
}

Result<> makeZoo(const TempCluster &cluster, const QByteArray &name, const QString &script)
{
    return makeZoo(cluster, ZooDatabase{name, "UTF8", "C.UTF-8", {script}});
}

Result<> makeSample(const TempCluster &cluster, const QByteArray &name)
{
    MASCLET_TRY(cluster.createDatabase(name, "UTF8", "C.UTF-8"));
    return runScript(cluster, name, QStringLiteral("resources/sample/masclet_imperi.sql"));
}

Result<> dropZoo(const TempCluster &cluster, const QByteArray &name)
{
    MASCLET_TRY_ASSIGN(
        const QByteArray subscriptions,
        cluster.psql(name,
                     "SELECT format('DROP SUBSCRIPTION %I;', s.subname) FROM pg_catalog.pg_subscription s "
                     "JOIN pg_catalog.pg_database d ON d.oid = s.subdbid "
                     "WHERE d.datname = pg_catalog.current_database()"));
    MASCLET_TRY(cluster.psql(name, subscriptions));
    return cluster.dropDatabase(name);
}

} // namespace masclet::test
