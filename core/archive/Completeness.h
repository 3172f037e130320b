#pragma once

#include "core/archive/SqlLexer.h"

#include <QString>

namespace masclet
{

/// Whether a plain dump is whole, by what pg_dump itself writes at both ends.
struct Completeness {
    enum class Level {
        Incomplete, ///< cut, empty, or not a dump
        Weak,       ///< the end mark is there; no keys (pg_dump older than August 2025)
        Strong,     ///< and the random keys of first and last line are equal
    };
    Level level = Level::Incomplete;
    QString reason; ///< why it is incomplete; translated

    friend bool operator==(const Completeness &, const Completeness &) = default;
};

/// Watches the marks of a dump pass by: header comment, `\restrict KEY`, end comment, `\unrestrict KEY`.
/// Statements are trusted, comments are not: an end mark counts only when no statement follows it, and the
/// lexer hands over comments only from between statements.
class CompletenessWatch
{
public:
    void comment(QByteArrayView text);
    /// False for a psql command that no dump of one database needs.
    bool metaCommand(QByteArrayView text);
    void statement();
    Completeness finish(SqlLexer::Open open, qint64 rawLength) const;
    /// Of the first `\restrict`; empty for old dumps.
    const QByteArray &restrictKey() const { return m_firstKey; }

private:
    enum class Kind { Unknown, Database, Cluster };
    enum class Problem { None, KeysDiffer, TextBehindEnd, SecondDump };
    QString reason(SqlLexer::Open open, qint64 rawLength) const;
    void note(Problem problem);
    bool restrict(const QByteArray &key);
    bool unrestrict(const QByteArray &key);

    Kind m_kind = Kind::Unknown;
    bool m_statementSeen = false;
    bool m_endSeen = false;
    bool m_keyFirst = false; // the first key came before any statement
    QByteArray m_firstKey;
    QByteArray m_openKey;
    Problem m_problem = Problem::None;
};

} // namespace masclet
