#include "core/repository/Repository.h"

#include "core/base/Hash.h"
#include "core/base/Json.h"
#include "core/base/JsonFields.h"
#include "core/base/Text.h"
#include "core/repository/Reserve.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <climits>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

constexpr qint64 maximumMarker = 4096;
/// Room for our own names below the folder, so that no later path grows too long (fault S17).
constexpr qsizetype maximumPath = PATH_MAX - 300;

QByteArray markerName()
{
    return QByteArrayLiteral("repository.json");
}

/// Configured paths are typed by people and read by scripts: what no shell line or log can show is refused.
Result<> checkPath(const QString &path)
{
    const QByteArray encoded = QFile::encodeName(path);
    if (!path.startsWith(QChar(u'/')))
        return fail(ErrorKind::Config,
                    Tr::tr("The repository's path must be absolute: %1").arg(oneLine(path)));
    if (encoded.size() > maximumPath)
        return fail(ErrorKind::Config, Tr::tr("The repository's path is too long."));
    if (oneLine(path, maximumPath) != path)
        return fail(
            ErrorKind::Config,
            Tr::tr("The repository's path holds characters that cannot be shown: %1").arg(oneLine(path)),
            Tr::tr("Choose a folder whose name has no line breaks or control characters."));
    return {};
}

/// A marker lost from a folder that has sets must be brought back, not made anew: the sets carry the old id.
Result<> refuseSetsWithoutMarker(const Directory &root)
{
    MASCLET_TRY_ASSIGN(const bool there, root.exists("sets"));
    if (!there)
        return {};
    MASCLET_TRY_ASSIGN(const Directory sets, root.openChild("sets"));
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, sets.entries());
    if (entries.isEmpty())
        return {};
    return fail(ErrorKind::Config,
                Tr::tr("%1 holds backup sets but no repository.json.").arg(oneLine(root.path())),
                Tr::tr("Bring that file back from a copy of the repository; its id is in every manifest."));
}

} // namespace

Repository::Repository(Directory root, QString id, QDateTime created, const Clock &clock)
    : m_root(std::make_shared<const Directory>(std::move(root)))
    , m_id(std::move(id))
    , m_created(std::move(created))
    , m_clock(&clock)
    , m_journal(m_root, clock)
{
}

Result<Repository> Repository::init(const QString &path, const Clock &clock)
{
    MASCLET_TRY(checkPath(path));
    MASCLET_TRY_ASSIGN(Directory root, Directory::openOrMake(path));
    MASCLET_TRY_ASSIGN(const bool marked, root.exists(markerName()));
    if (marked)
        return fail(ErrorKind::Config, Tr::tr("%1 is a repository already.").arg(oneLine(path)));
    MASCLET_TRY(refuseSetsWithoutMarker(root));
    for (const char *name : {"sets", "runs", "checklists", ".staging"})
        MASCLET_TRY(root.openOrMakeChild(name));
    MASCLET_TRY(keepReserve(root));

    const QByteArray text =
        QJsonDocument(QJsonObject{{QStringLiteral("id"), QString::fromLatin1(randomHex(16))},
                                  {QStringLiteral("format"), 1},
                                  {QStringLiteral("created"), utcText(clock.now())}})
            .toJson(QJsonDocument::Indented);
    // Under a passing name first: a marker is whole or not there.
    const QByteArray passing = QByteArrayLiteral(".repository.json.new");
    MASCLET_TRY(root.removeTree(passing));
    MASCLET_TRY(root.writeFile(passing, text));
    MASCLET_TRY(root.renameNoReplace(passing, root, markerName()));
    MASCLET_TRY(root.sync());
    return open(path, clock);
}

Result<Repository> Repository::open(const QString &path, const Clock &clock)
{
    MASCLET_TRY(checkPath(path));
    Result<Directory> root = Directory::open(path);
    const Result<bool> marked = root ? root->exists(markerName()) : fail(root.error());
    // Far more often a disk that is not mounted than a path that was never right.
    if (!marked || !*marked)
        return fail(ErrorKind::Storage,
                    Tr::tr("%1 is not a repository: it has no repository.json.").arg(oneLine(path)),
                    Tr::tr("If its disk is not mounted, mount it. A new repository is made with "
                           "\"masclet-backup init\"."),
                    marked ? QString() : marked.error().message);
    MASCLET_TRY_ASSIGN(const QByteArray text, root->readFile(markerName(), maximumMarker));
    MASCLET_TRY_ASSIGN(const QJsonObject object, parseJsonObject(text, ErrorKind::Config));
    JsonFields fields(object, QStringLiteral("repository.json"), ErrorKind::Config);
    const QString id = fields.word("id");
    fields.integer("format", 1, 1);
    const QDateTime created = fields.utc("created");
    MASCLET_TRY(fields.finish());
    return Repository(std::move(*root), id, created, clock);
}

Result<RepositoryLock> Repository::lock(const LockHolder &holder, std::chrono::milliseconds wait,
                                        const std::stop_token &stop) const
{
    return RepositoryLock::acquire(*m_root, holder, wait, *m_clock, stop);
}

Result<EvidenceFile> Repository::evidence(const QString &setId) const
{
    MASCLET_TRY_ASSIGN(const Directory sets, m_root->openChild("sets"));
    return readEvidence(sets, setId);
}

Result<> Repository::appendEvidence(const RepositoryLock &, const QString &setId,
                                    const Evidence &evidence) const
{
    MASCLET_TRY_ASSIGN(const Directory sets, m_root->openChild("sets"));
    const Result<bool> there = sets.exists(setId.toUtf8() + ".json");
    if (!isSetId(setId) || !there || !*there)
        return fail(ErrorKind::Usage, Tr::tr("There is no set %1.").arg(oneLine(setId)));
    return masclet::appendEvidence(sets, setId, evidence);
}

Result<Fd> Repository::openFile(const QByteArray &path) const
{
    MASCLET_TRY_ASSIGN(const Directory folder, openFolderOf(*m_root, path));
    return folder.openFile(fileNameOf(path));
}

} // namespace masclet
