#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>

#include <utility>

namespace masclet
{

/// What a load did, for the comparison and for people.
struct LoadReport {
    using TableName = std::pair<QByteArray, QByteArray>; ///< schema, name

    QHash<TableName, qint64> rows; ///< taken in by the server, per COPY target
    qint64 statements = 0;
    /// Left out because a role is missing or not ours to use: who, and how many statements.
    QSet<QByteArray> missingRoles;
    qint64 skippedStatements = 0;
    /// Kinds of DatabaseFacts::objectCounts of which some are among those.
    QSet<QByteArray> skippedKinds;
    qint64 leftOut = 0;                  ///< statements left out because the selection says so
    QSet<QByteArray> missingTablespaces; ///< their objects went to the default one
    QList<QByteArray> notices;           ///< warnings of the server, at most the newest 200
};

} // namespace masclet
