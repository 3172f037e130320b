#pragma once

#include "core/repository/Repository.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>

#include <functional>

namespace masclet::test
{

/// A manifest with every field filled, for parser tests and as a base for others.
Manifest sampleManifest();

/// In memory where the machine has that: these tests sync a lot, and what is tested is the order of calls.
QString scratchTemplate();

/// A fresh repository in a temporary folder, held under its lock.
struct RepositoryFixture {
    /// `prepare` gets the path before the repository is made there.
    explicit RepositoryFixture(const std::function<void(const QString &path)> &prepare = {});

    struct Options {
        QString profile = QStringLiteral("masclet_imperi");
        QString profileId = QStringLiteral("p1");
        QByteArray content = "select 1;\n";
        Layout layout = Layout::Flat;
        QList<EvidenceType> evidence = {EvidenceType::Verified};
        enum class Archive { File, Folder };
        Archive archive = Archive::File; ///< Folder: with a toc.dat and a 1.dat
    };
    /// Stages, writes and publishes a set; its id, or the failure.
    Result<QString> addSet(const Options &options);
    Result<QString> addSet() { return addSet(Options()); }
    /// Staged with its files written, ready to be published.
    Result<StagedRun> stage(const Options &options, Manifest &manifest);

    QString path(const QString &relative) const
    {
        return temp.filePath(QStringLiteral("backups/") + relative);
    }
    QByteArray read(const QString &relative) const;
    void write(const QString &relative, const QByteArray &content) const;
    /// Every file below the repository, sorted, without .lock, .reserve and what init makes.
    QStringList files() const;

    QTemporaryDir temp{scratchTemplate()};
    FakeClock clock{QDateTime::fromString(QStringLiteral("2025-02-18T01:00:07.000Z"), Qt::ISODateWithMs)};
    Result<Repository> repository;
    Result<RepositoryLock> lock;
};

} // namespace masclet::test
