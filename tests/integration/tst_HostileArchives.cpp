#include "tests/integration/tst_HostileArchives.h"

#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QFile>

#include <random>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// A statement of the archive's table of contents, as long as any that takes its place.
const QByteArray placeholder = "COMMENT ON TABLE public.animals IS '" + QByteArray(600, 'x') + "';";

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void rewrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        qFatal("cannot write");
}

} // namespace

void tst_HostileArchives::initTestCase()
{
    TempCluster::Options options;
    options.settings = {q("log_statement = all")};
    auto started = TempCluster::start(options);
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(m_cluster->createDatabase("trap"));
    QVERIFY_RESULT(m_cluster->psql("trap", "CREATE TABLE animals AS SELECT generate_series(1, 100) AS id; " +
                                               placeholder));
    auto desk = Desk::make(*m_cluster, "trap");
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
}

void tst_HostileArchives::init()
{
    m_folder = std::make_unique<QTemporaryDir>(q("/tmp/mo-XXXXXX"));
    QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777));
    m_marker = QFile::encodeName(m_folder->filePath(q("marker")));
}

QString tst_HostileArchives::dump(const QString &format,
                                  const std::function<void(QByteArray &)> &change) const
{
    const QString path = m_folder->filePath(q("dump"));
    const auto made = m_cluster->tool(q("pg_dump"), {q("-F"), format, q("-Z0"), q("-f"), path}, "trap");
    if (!made)
        qFatal("%s", reason(made).constData());
    const QString contents = format == q("d") ? path + q("/toc.dat") : path;
    if (change) {
        QByteArray text = fileContent(contents);
        const qsizetype size = text.size();
        change(text);
        if (text.size() != size)
            qFatal("the lengths inside the archive are no longer right");
        rewrite(contents, text);
    }
    return path;
}

/// The file with the rows of the one table.
QString tst_HostileArchives::rowsOf(const QString &folder) const
{
    return folder + u'/' + QDir(folder).entryList({q("[0-9]*.dat")}).value(0);
}

/// Neither in the file system nor on the server, wherever it is refused.
void tst_HostileArchives::expectNothing(const QString &file, Wall wall)
{
    const qsizetype before = m_cluster->serverLog().size();
    const ProgramOutcome outcome =
        m_desk->run({q("restore"), q("--file"), file, q("--to"), q("copy"), q("--trust")});
    const bool read = wall == Wall::Sandbox || wall == Wall::LimitedRole;
    QVERIFY_EXIT(outcome, read ? 21 : wall == Wall::Link ? 15 : 16);
    const QByteArray asked = m_cluster->serverLog().mid(before);
    QCOMPARE(asked.contains("CREATE DATABASE"), wall == Wall::LimitedRole);
    QCOMPARE(m_cluster->psql("postgres", "SELECT datname FROM pg_database WHERE oid >= 16384")->trimmed(),
             QByteArray("trap"));
    QVERIFY(!QFile::exists(QFile::decodeName(m_marker)));
    const ProgramOutcome verified = m_desk->run({q("verify"), q("--file"), file});
    QVERIFY_EXIT(verified, read ? 0 : wall == Wall::Command ? 3 : outcome.exitCode);
    QVERIFY(!QFile::exists(QFile::decodeName(m_marker)));
}

void tst_HostileArchives::hostileStatementsReachNothing_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<Wall>("wall");
    const QString custom = q("c");
    const QString folder = q("d");
    QTest::newRow("shell, custom") << custom << QByteArray("\\! touch MARKER") << Wall::Command;
    QTest::newRow("shell, directory") << folder << QByteArray("\\! touch MARKER") << Wall::Command;
    QTest::newRow("copy of psql") << folder << QByteArray("\\copy public.animals to program 'touch MARKER'")
                                  << Wall::Command;
    QTest::newRow("a restriction of its own")
        << custom << QByteArray("\\restrict x\n\\unrestrict x\n\\! touch MARKER") << Wall::Reading;
    QTest::newRow("program as a source")
        << custom << QByteArray("COPY public.animals FROM PROGRAM 'touch MARKER || true; echo 1';")
        << Wall::Sandbox;
    QTest::newRow("event trigger")
        << folder
        << QByteArray("CREATE FUNCTION public.ev() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN EXECUTE "
                      "'COPY (SELECT 1) TO PROGRAM ''touch MARKER || true'''; END$$; CREATE EVENT TRIGGER ev "
                      "ON ddl_command_end EXECUTE FUNCTION public.ev(); CREATE TABLE public.late ();")
        << Wall::LimitedRole;
}

void tst_HostileArchives::hostileStatementsReachNothing()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, sql);
    QFETCH(Wall, wall);
    const QString file = dump(format, [&](QByteArray &contents) {
        const QByteArray planted = sql.replace("MARKER", m_marker) + '\n';
        QVERIFY(contents.contains(placeholder));
        contents.replace(placeholder, planted.leftJustified(placeholder.size(), ' '));
    });
    expectNothing(file, wall);
}

void tst_HostileArchives::hostileRowsReachNothing_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Wall>("wall");
    QTest::newRow("shell") << QByteArray("\\! touch MARKER") << Wall::Command;
    QTest::newRow("program") << QByteArray("COPY (SELECT 1) TO PROGRAM 'touch MARKER || true';")
                             << Wall::LimitedRole;
}

/// pg_restore passes rows on as they are, also what comes after their end.
void tst_HostileArchives::hostileRowsReachNothing()
{
    QFETCH(QByteArray, line);
    QFETCH(Wall, wall);
    const QString folder = dump(q("d"));
    const QByteArray rows = fileContent(rowsOf(folder));
    QVERIFY(rows.endsWith("\\.\n\n\n"));
    rewrite(rowsOf(folder), rows.chopped(2) + line.replace("MARKER", m_marker) +
                                "\nCOPY public.animals (id) FROM stdin;\n\\.\n\n\n");
    expectNothing(folder, wall);
}

void tst_HostileArchives::filesOutsideAreNotRead_data()
{
    QTest::addColumn<bool>("byLink");
    QTest::newRow("a link instead of the rows") << true;
    QTest::newRow("a name with .. in the table of contents") << false;
}

void tst_HostileArchives::filesOutsideAreNotRead()
{
    QFETCH(bool, byLink);
    const QString secret = m_folder->filePath(q("sec"));
    rewrite(secret, "4711\n\\.\n\n\n");
    const QString folder = dump(q("d"));
    const QString rows = rowsOf(folder);
    if (byLink) {
        QVERIFY(QFile::remove(rows) && QFile::link(secret, rows));
    } else {
        const QString contents = folder + q("/toc.dat");
        const QByteArray name = QFileInfo(rows).fileName().toLatin1();
        QCOMPARE(name.size(), 8);
        QVERIFY(fileContent(contents).contains(name));
        rewrite(contents, fileContent(contents).replace(name, ".././sec"));
    }
    expectNothing(folder, byLink ? Wall::Link : Wall::Reading);
}

/// G13: bytes changed anywhere. What the tool itself refuses is never called whole here, and whatever it
/// makes of the file, nothing is written.
void tst_HostileArchives::changedArchivesAreReadOrRefused()
{
    const QString file = m_folder->filePath(q("dump"));
    QVERIFY_RESULT(m_cluster->tool(q("pg_dump"), {q("-Fc"), q("-f"), file}, "trap"));
    const QByteArray good = fileContent(file);
    const QStringList before = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden);
    std::mt19937 random(20250218);
    const auto anywhere = [&] {
        return qsizetype(random() % quint32(good.size()));
    };
    for (int round = 0; round < std::max(5, scaled(200)); ++round) {
        QByteArray bad = good;
        for (int i = 0; i <= round % 3; ++i)
            bad[anywhere()] = char(random() % 256);
        if (round % 4 == 3)
            bad.remove(anywhere(), 1 + round % 7);
        rewrite(file, bad);
        const bool readable =
            m_cluster->tool(q("pg_restore"), {q("-f"), q("/dev/null"), file}, "trap").has_value();
        for (const QStringList &call :
             {QStringList{q("verify"), q("--file"), file}, QStringList{q("inspect"), file}}) {
            const ProgramOutcome outcome = m_desk->run(call);
            const bool taken = outcome.exitCode == 0 || outcome.exitCode == 3;
            QVERIFY2(taken || outcome.exitCode == 16, endOf(outcome).constData());
            QVERIFY2(readable || !taken, endOf(outcome).constData());
        }
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden), before);
}
