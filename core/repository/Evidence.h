#pragma once

#include "core/base/Directory.h"
#include "core/repository/Manifest.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

namespace masclet
{

enum class EvidenceType {
    Verified,
    RestoreTested,
    Reread, ///< its stored bytes are still those of the manifest's hashes; nothing was unpacked
    Damaged,
    Pinned,
    Unpinned
};
QString nameOf(
    EvidenceType type); ///< "verified", "restore-tested", "reread", "damaged", "pinned", "unpinned"

/// One thing that was found out about a set, or a person's wish to keep it; a line of its evidence file.
struct Evidence {
    EvidenceType type = EvidenceType::Verified;
    QDateTime time; ///< UTC
    QString runId;
    QString author;
    QString note;        ///< a person's words, or one sentence on what was wrong
    QJsonObject details; ///< figures of the run: counts, seconds, where

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// What all lines together say.
struct EvidenceSummary {
    QDateTime verified; ///< time of the newest one each; invalid when never
    QDateTime restoreTested;
    QDateTime reread;
    QDateTime damaged; ///< only while no later good verification lifted it
    QString damage;
    bool pinned = false;
    QString pinNote;
    /// Lines that could not be read (a torn last one is normal after a crash and not counted). What they said
    /// is unknown, so retention keeps such a set.
    int unreadable = 0;

    SetState state() const;
    /// When its stored bytes were last read and found good, by whatever proof; invalid when never.
    QDateTime lastRead() const;
    friend bool operator==(const EvidenceSummary &, const EvidenceSummary &) = default;
};

EvidenceSummary summarize(const QList<Evidence> &records);

struct EvidenceFile {
    QList<Evidence> records;
    int unreadable = 0;
};

/// Append-only lines beside the manifest, each sealed (see SealedJson.h) and synced. A missing file is empty.
Result<EvidenceFile> readEvidence(const Directory &sets, const QString &setId);
Result<> appendEvidence(const Directory &sets, const QString &setId, const Evidence &evidence);

} // namespace masclet
