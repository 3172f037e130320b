#include "core/pipeline/FileArchive.h"

#include "core/base/Text.h"
#include "core/pipeline/GzipStage.h"
#include "core/pipeline/Tap.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(FileArchive)
};

/// More second names than this become copies: their list is the one thing here that grows with what is read.
constexpr qsizetype mostHardLinks = 100'000;

struct Candidate {
    QByteArray path;
    qint64 size = 0;
    qint64 modified = 0;
};

/// Which files the limits leave out, decided once before anything is read.
class Limits
{
public:
    Limits(const FileSelection &selection, QList<Candidate> candidates)
        : m_notBefore(selection.notBefore)
    {
        if (!selection.maximumBytes)
            return;
        std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
            return a.modified != b.modified ? a.modified > b.modified : a.path < b.path;
        });
        qint64 room = *selection.maximumBytes;
        for (const Candidate &file : std::as_const(candidates)) {
            if (file.size <= room)
                room -= file.size;
            else
                m_tooMuch << file.path;
        }
    }

    bool leavesOut(const QByteArray &path, const Directory::Entry &entry)
    {
        const bool old = m_notBefore && entry.modifiedSeconds < *m_notBefore;
        Sum *sum = old ? &m_oldOnes : m_tooMuch.contains(path) ? &m_largeOnes : nullptr;
        if (!sum)
            return false;
        ++sum->files;
        sum->bytes += entry.size;
        sum->example = path;
        return true;
    }

    QList<FileNote> notes() const
    {
        QList<FileNote> list;
        if (m_oldOnes.files > 0)
            list << FileNote{FileNote::Type::LeftOut, m_oldOnes.text(),
                             Tr::tr("older than the limit of age")};
        if (m_largeOnes.files > 0)
            list << FileNote{FileNote::Type::LeftOut, m_largeOnes.text(),
                             Tr::tr("beyond the limit of size, which the newest files fill")};
        return list;
    }

private:
    struct Sum {
        qint64 files = 0;
        qint64 bytes = 0;
        QByteArray example;
        QString text() const
        {
            return files == 1 ? oneLine(example)
                              : Tr::tr("%1 files with %2, among them %3")
                                    .arg(files)
                                    .arg(sizeText(bytes), oneLine(example));
        }
    };

    std::optional<qint64> m_notBefore;
    QSet<QByteArray> m_tooMuch;
    Sum m_oldOnes;
    Sum m_largeOnes;
};

/// Counts; keeps the candidates for Limits.
class Surveyor final : public FileVisitor
{
public:
    explicit Surveyor(std::optional<qint64> notBefore)
        : m_notBefore(notBefore)
    {
    }
    Result<> folder(const QByteArray &, const Directory &) override { return {}; }
    Result<> link(const QByteArray &, const Directory &, const Directory::Entry &) override { return {}; }
    Result<> file(const QByteArray &path, const Directory &, const Directory::Entry &entry) override
    {
        if (!m_notBefore || entry.modifiedSeconds >= *m_notBefore)
            found << Candidate{path, entry.size, entry.modifiedSeconds};
        return {};
    }
    void note(const FileNote &note) override { notes << note; }

    QList<Candidate> found;
    QList<FileNote> notes;

private:
    std::optional<qint64> m_notBefore;
};

class Archiver final : public FileVisitor
{
public:
    Archiver(TarWriter &tar, Limits limits, FileArchive &archive, JobContext &context)
        : m_tar(tar)
        , m_limits(std::move(limits))
        , m_archive(archive)
        , m_context(context)
    {
    }

    Result<> folder(const QByteArray &path, const Directory &folder) override
    {
        return m_tar.addFolder(path.mid(1), folder.fd());
    }
    Result<> file(const QByteArray &path, const Directory &parent, const Directory::Entry &entry) override;
    Result<> link(const QByteArray &path, const Directory &parent, const Directory::Entry &entry) override;
    void note(const FileNote &note) override { m_archive.notes << note; }
    void noteLimits() { m_archive.notes << m_limits.notes(); }

private:
    void note(FileNote::Type type, const QByteArray &path, const QString &reason)
    {
        note(FileNote{type, oneLine(path), reason});
    }
    /// Gone since its folder was read, or not to be had.
    void noteProblem(const QByteArray &path, const Directory &parent, const Directory::Entry &entry,
                     const QString &problem);
    Result<> copy(const QByteArray &path, int fd);

    TarWriter &m_tar;
    Limits m_limits;
    FileArchive &m_archive;
    JobContext &m_context;
    QHash<std::pair<dev_t, ino_t>, QByteArray> m_linked;
};

void Archiver::noteProblem(const QByteArray &path, const Directory &parent, const Directory::Entry &entry,
                           const QString &problem)
{
    const Result<bool> there = parent.exists(entry.name);
    if (there && !*there)
        note(FileNote::Type::Remark, path, Tr::tr("went away while the backup was made"));
    else
        note(FileNote::Type::Unreadable, path, problem);
}

Result<> Archiver::file(const QByteArray &path, const Directory &parent, const Directory::Entry &entry)
{
    if (m_limits.leavesOut(path, entry))
        return {};
    const Result<Fd> file = parent.openFile(entry.name);
    if (!file) {
        noteProblem(path, parent, entry, file.error().message);
        return {};
    }
    ++m_archive.files;
    struct stat info = {};
    if (::fstat(file->get(), &info) == 0 && info.st_nlink > 1) {
        const std::pair key(info.st_dev, info.st_ino);
        if (const auto first = m_linked.constFind(key); first != m_linked.constEnd())
            return m_tar.addHardLink(path.mid(1), first->mid(1), file->get());
        if (m_linked.size() < mostHardLinks)
            m_linked.insert(key, path);
    }
    return copy(path, file->get());
}

Result<> Archiver::copy(const QByteArray &path, int fd)
{
    const QString name = oneLine(path);
    const auto progress = [&](qint64 bytes) -> Result<> {
        m_context.advance(bytes, name);
        return m_context.proceed();
    };
    MASCLET_TRY_ASSIGN(const TarCopy copied, m_tar.addFile(path.mid(1), fd, progress));
    switch (copied.outcome) {
    case TarCopy::Outcome::Whole:
    case TarCopy::Outcome::LeadsOut: // links only
        break;
    case TarCopy::Outcome::Grew:
        note(FileNote::Type::Remark, path, Tr::tr("grew while it was read; what was there before is kept"));
        break;
    case TarCopy::Outcome::Changed:
        note(FileNote::Type::Remark, path, Tr::tr("was changed while it was read"));
        break;
    case TarCopy::Outcome::Unreadable:
        note(FileNote::Type::Unreadable, path,
             Tr::tr("not readable to its end, zeros stand for the rest: %1").arg(copied.problem));
        break;
    }
    return {};
}

Result<> Archiver::link(const QByteArray &path, const Directory &parent, const Directory::Entry &entry)
{
    MASCLET_TRY_ASSIGN(const TarCopy added, m_tar.addLink(path.mid(1), parent.fd(), entry.name));
    if (added.outcome == TarCopy::Outcome::Unreadable)
        noteProblem(path, parent, entry, added.problem);
    if (added.outcome == TarCopy::Outcome::LeadsOut)
        note(FileNote::Type::LeftOut, path,
             Tr::tr("a link that climbs above the root of the disk, to %1").arg(added.problem));
    return {};
}

/// The generated files, then the selection.
Result<> fill(TarWriter &tar, const QList<GeneratedFile> &generated, const FileSelection &selection,
              Limits limits, FileArchive &archive, JobContext &context)
{
    for (const GeneratedFile &file : generated)
        MASCLET_TRY(tar.addContent(file.path, file.content, context.clock().now().toSecsSinceEpoch()));
    archive.files = generated.size();
    Archiver archiver(tar, std::move(limits), archive, context);
    MASCLET_TRY(walkFiles(selection, archiver, context.stopToken()));
    archiver.noteLimits();
    return {};
}

} // namespace

Result<FileSurvey> surveyFiles(const FileSelection &selection, const std::stop_token &stop)
{
    Surveyor surveyor(selection.notBefore);
    MASCLET_TRY(walkFiles(selection, surveyor, stop));
    FileSurvey survey;
    survey.files = surveyor.found.size();
    survey.notes = surveyor.notes;
    for (const Candidate &file : std::as_const(surveyor.found))
        survey.bytes += file.size;
    if (selection.maximumBytes)
        survey.bytes = std::min(survey.bytes, *selection.maximumBytes);
    return survey;
}

Result<FileArchive> archiveFiles(const QList<GeneratedFile> &generated, const FileSelection &selection,
                                 const Directory &directory, const QByteArray &fileName,
                                 const DumpCodec &codec, JobContext &context)
{
    QList<Candidate> candidates;
    if (selection.maximumBytes) {
        Surveyor surveyor(selection.notBefore);
        MASCLET_TRY(walkFiles(selection, surveyor, context.stopToken()));
        candidates = std::move(surveyor.found);
    }
    FileArchive found;
    const auto write = [&](TarWriter &tar) {
        return fill(tar, generated, selection, Limits(selection, std::move(candidates)), found, context);
    };
    auto archive = writeTarFile(write, directory, fileName, codec, context.stopToken());
    if (archive) {
        archive->files = found.files;
        archive->notes = std::move(found.notes);
    }
    return archive;
}

Result<FileArchive> writeTarFile(const std::function<Result<>(TarWriter &)> &fill, const Directory &directory,
                                 const QByteArray &fileName, const DumpCodec &codec,
                                 const std::stop_token &stop)
{
    // source -> tap (raw hash) -> gzip -> stored file (encryption, hashes)
    MASCLET_TRY_ASSIGN(const std::unique_ptr<StoredFile> file,
                       StoredFile::create(directory, fileName, codec.encryption, stop));
    MASCLET_TRY_ASSIGN(const std::unique_ptr<GzipStage> gzip,
                       GzipStage::create(codec.compression, codecThreads(codec), file->entry()));
    Tap raw(*gzip);
    MASCLET_TRY_ASSIGN(
        const std::unique_ptr<TarWriter> tar,
        TarWriter::create([&raw](std::span<const std::byte> bytes) { return raw.write(bytes); }));
    MASCLET_TRY(fill(*tar));
    MASCLET_TRY(tar->finish());
    MASCLET_TRY(raw.finish()); // syncs the file
    FileArchive archive;
    archive.entries = tar->entries();
    archive.rawSize = raw.size();
    archive.rawSha256 = raw.sha256();
    archive.stored = file->figures();
    return archive;
}

} // namespace masclet
