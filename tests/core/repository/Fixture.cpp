#include "tests/core/repository/Fixture.h"

#include "core/base/DurableFile.h"
#include "core/base/Hash.h"
#include "tests/support/SampleFacts.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace masclet::test
{

Manifest sampleManifest()
{
    const auto utc = [](const char *text) {
        return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    };
    Manifest manifest;
    manifest.setId = QStringLiteral("masclet_imperi_20250218");
    manifest.repositoryId = QStringLiteral("00112233445566778899aabbccddeeff");
    manifest.profile = QStringLiteral("masclet_imperi");
    manifest.profileId = QStringLiteral("p1");
    manifest.sequence = 7;
    manifest.parent = QStringLiteral("masclet_imperi_20250217");
    manifest.runId = QStringLiteral("20250218T010007Z-3f9c2a");
    manifest.trigger = QStringLiteral("schedule");
    manifest.author = QStringLiteral("root@granja");
    manifest.started = utc("2025-02-18T01:00:07.000Z");
    manifest.finished = utc("2025-02-18T01:00:12.345Z");
    manifest.zone = QStringLiteral("Europe/Madrid");
    manifest.durationMs = 5345;
    manifest.program = QStringLiteral("masclet-backup 0.1.0");
    manifest.dumpTool = QStringLiteral("pg_dump (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)");
    manifest.options = {QStringLiteral("--format=plain"), QStringLiteral("--no-password")};
    manifest.warnings = {QStringLiteral("Catalan: «vaca», a quote \" and a backslash \\")};
    manifest.contentHash = QString(64, QChar(u'c'));
    manifest.database = sampleFacts();
    ManifestFile archive;
    archive.path = "db/masclet_imperi_20250218.sql.gz";
    archive.kind = QStringLiteral("db");
    archive.role = QStringLiteral("archive");
    archive.format = QStringLiteral("plain");
    archive.compression = QStringLiteral("gzip");
    archive.storedSize = 400;
    archive.storedSha256 = QByteArray(64, 'a');
    archive.rawSize = 1000;
    archive.rawSha256 = QByteArray(64, 'b');
    archive.restrictKey = "aB3dEf";
    ManifestFile globals = archive;
    ArchiveIndex index;
    index.members = {{0, 150, 300, 0, 1}, {150, 250, 700, 347, 0xffffffff}};
    index.tables = {{"public", "animals", {"id", "nom"}, {{310, 350, 980, 347}}}};
    index.dataAt = 300;
    index.postDataAt = 990;
    index.rawLength = 1000;
    archive.index = index;
    globals.path = "db/masclet_imperi_20250218.globals.sql.gz";
    globals.role = QStringLiteral("globals");
    globals.restrictKey.clear();
    manifest.files = {archive, globals};
    ManifestTable animals;
    animals.oid = 16390;
    animals.schema = "public";
    animals.name = "animals";
    animals.rows = 347;
    animals.countedRows = 347;
    ManifestTable odd;
    odd.oid = 16400;
    odd.schema = "public";
    odd.name = "a \"b\"\nc";
    odd.rows = 0;
    manifest.tables = {animals, odd};
    manifest.omissions = {{QStringLiteral("kind logs"), QStringLiteral("nothing configured")}};
    return manifest;
}

QString scratchTemplate()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) +
           QStringLiteral("/masclet-test-XXXXXX");
}

RepositoryFixture::RepositoryFixture(const std::function<void(const QString &path)> &prepare)
    : repository((prepare ? prepare(path({})) : void(),
                  Repository::init(temp.filePath(QStringLiteral("backups")), clock)))
    , lock(repository->lock({QStringLiteral("backup"), QStringLiteral("20250218T010007Z-000001"),
                             QStringLiteral("root@granja")},
                            {}, {}))
{
}

namespace
{

/// Turns what is staged under `name` and listed as `file` into a dump in the directory format.
Result<> makeFolder(const Directory &directory, const QByteArray &name, const QByteArray &content,
                    ManifestFile &file)
{
    MASCLET_TRY_ASSIGN(const Directory folder, directory.makeChild(name));
    file.format = QStringLiteral("directory");
    file.index = ArchiveIndex();
    file.index->rawLength = file.index->dataAt = file.index->postDataAt = file.rawSize;
    for (const char *member : {"1.dat", "toc.dat"}) {
        MASCLET_TRY(folder.writeFile(member, content));
        file.members << DumpMember{member, content.size(), Sha256::hexOf(content)};
    }
    file.storedSize = storedSizeOf(file.members);
    file.storedSha256 = sha256Of(file.members);
    return {};
}

} // namespace

Result<StagedRun> RepositoryFixture::stage(const Options &options, Manifest &manifest)
{
    MASCLET_TRY_ASSIGN(StagedRun staged,
                       repository->stage(*lock, {newRunId(clock), options.profile, options.profileId,
                                                 options.layout, QTimeZone("Europe/Madrid")}));
    manifest = sampleManifest();
    const QList<ManifestFile> kinds = manifest.files;
    manifest = staged.manifest();
    manifest.trigger = QStringLiteral("schedule");
    manifest.finished = clock.now();
    manifest.database = sampleFacts();
    for (ManifestFile file : kinds) {
        const bool isArchive = file.role == QLatin1String("archive");
        const bool folder = isArchive && options.archive == Options::Archive::Folder;
        const StagedFile names = staged.addFile(file.kind, folder      ? ".dir"
                                                           : isArchive ? ".sql.gz"
                                                                       : ".globals.sql.gz");
        file.path = names.path;
        file.index.reset();
        file.storedSize = file.rawSize = options.content.size();
        file.storedSha256 = file.rawSha256 = Sha256::hexOf(options.content);
        MASCLET_TRY(folder ? makeFolder(staged.directory(), names.name, options.content, file)
                           : staged.directory().writeFile(names.name, options.content));
        manifest.files << file;
    }
    return staged;
}

Result<QString> RepositoryFixture::addSet(const Options &options)
{
    Manifest manifest;
    MASCLET_TRY_ASSIGN(StagedRun staged, stage(options, manifest));
    MASCLET_TRY(repository->publish(*lock, std::move(staged), manifest));
    for (const EvidenceType type : options.evidence)
        MASCLET_TRY(repository->appendEvidence(*lock, manifest.setId,
                                               {type, clock.now(), manifest.runId, {}, {}, {}}));
    return manifest.setId;
}

QByteArray RepositoryFixture::read(const QString &relative) const
{
    QFile file(path(relative));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void RepositoryFixture::write(const QString &relative, const QByteArray &content) const
{
    QFile file(path(relative));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot prepare the test");
}

QStringList RepositoryFixture::files() const
{
    QStringList list;
    QDirIterator it(path({}), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        const QString name = it.filePath().mid(path({}).size());
        if (!it.fileInfo().isDir() && name != QLatin1String(".lock") && name != QLatin1String(".reserve") &&
            name != QLatin1String("repository.json"))
            list << name;
    }
    list.sort();
    return list;
}

} // namespace masclet::test
