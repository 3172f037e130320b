#pragma once

#include "core/repository/Evidence.h"
#include "core/repository/Manifest.h"

#include <QList>

namespace masclet
{

/// A set as it is listed: the manifest's head, what its evidence says, and whether its files are there with
/// their sizes (level 1 of verification). Plain data; the whole manifest is Repository::manifest().
struct StoredSet {
    struct File {
        QByteArray path;
        QString kind;
        QString role;
        qint64 storedSize = 0;
        qint64 rawSize = 0;
        friend bool operator==(const File &, const File &) = default;
    };

    QString id;
    /// Why the set cannot be used as it is: broken manifest, missing or cut file. Empty when there is none.
    QString problem;
    /// False when the manifest itself is broken: then only id and problem mean something.
    bool readable = false;

    QString profile;
    QString profileId;
    qint64 sequence = 0;
    QString parent;
    QString runId;
    QString trigger;
    QString reason;
    QString author;
    QDateTime started;
    QDateTime finished;
    QString zone;
    qint64 durationMs = 0;
    qint64 storedBytes = 0; ///< of all kinds
    qint64 rawBytes = 0;
    qint64 rows = 0;
    qint64 tables = 0;
    QString contentHash;
    QString systemIdentifier;
    QStringList warnings;
    QList<File> files;

    SetState state = SetState::Complete;
    EvidenceSummary evidence;

    /// Stored bytes of the kind db: what bands and alarms are about, since logs come and go.
    qint64 databaseBytes() const;
    /// In the order of the files.
    QStringList kinds() const;

    friend bool operator==(const StoredSet &, const StoredSet &) = default;
};

} // namespace masclet
