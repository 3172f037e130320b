#include "core/archive/Completeness.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Completeness)
};

// As pg_dump and pg_dumpall write them; their sources keep these untranslated.
constexpr char databaseHeader[] = "-- PostgreSQL database dump";
constexpr char databaseEnd[] = "-- PostgreSQL database dump complete";
constexpr char clusterHeader[] = "-- PostgreSQL database cluster dump";
constexpr char clusterEnd[] = "-- PostgreSQL database cluster dump complete";

/// The argument of `name` when `text` is that command.
std::optional<QByteArray> argumentOf(QByteArrayView text, QByteArrayView name)
{
    if (!text.startsWith(name) || text.size() == name.size() || text[name.size()] != ' ')
        return {};
    return text.sliced(name.size()).toByteArray().trimmed();
}

} // namespace

void CompletenessWatch::note(Problem problem)
{
    if (m_problem == Problem::None)
        m_problem = problem;
}

void CompletenessWatch::comment(QByteArrayView text)
{
    const bool database = text == databaseHeader;
    if (database || text == clusterHeader) {
        if (m_kind == Kind::Unknown && !m_statementSeen)
            m_kind = database ? Kind::Database : Kind::Cluster;
        else if (m_endSeen || (m_kind == Kind::Database && database))
            note(Problem::SecondDump); // inside a whole cluster's dump there is one header per database
    } else if (text == (m_kind == Kind::Cluster ? clusterEnd : databaseEnd) && m_kind != Kind::Unknown) {
        m_endSeen = true;
    }
}

bool CompletenessWatch::metaCommand(QByteArrayView text)
{
    if (const auto key = argumentOf(text, "\\restrict"))
        return restrict(*key);
    if (const auto key = argumentOf(text, "\\unrestrict"))
        return unrestrict(*key);
    statement();
    return false;
}

bool CompletenessWatch::restrict(const QByteArray &key)
{
    if (m_firstKey.isEmpty()) {
        m_firstKey = key;
        m_keyFirst = !m_statementSeen;
    }
    if (m_endSeen)
        note(Problem::TextBehindEnd);
    // With -C pg_dump opens the same key again behind \connect; another key is another dump.
    if (!m_openKey.isEmpty() || (m_kind == Kind::Database && key != m_firstKey))
        note(Problem::KeysDiffer);
    m_openKey = key;
    return true;
}

bool CompletenessWatch::unrestrict(const QByteArray &key)
{
    if (key != m_openKey)
        note(Problem::KeysDiffer);
    m_openKey.clear();
    return true;
}

void CompletenessWatch::statement()
{
    m_statementSeen = true;
    if (m_endSeen)
        note(Problem::TextBehindEnd);
}

QString CompletenessWatch::reason(SqlLexer::Open open, qint64 rawLength) const
{
    if (rawLength == 0)
        return Tr::tr("The dump is empty.");
    switch (open) {
    case SqlLexer::Open::CopyData:
        return Tr::tr("The dump is cut inside the rows of a table.");
    case SqlLexer::Open::Statement:
        return Tr::tr("The dump is cut inside a statement.");
    case SqlLexer::Open::Comment:
        return Tr::tr("The dump is cut inside a comment.");
    case SqlLexer::Open::Nothing:
        break;
    }
    if (m_kind == Kind::Unknown)
        return Tr::tr("This does not begin like a dump written by pg_dump.");
    if (m_problem == Problem::SecondDump)
        return Tr::tr("The file holds more than one dump.");
    if (m_problem == Problem::TextBehindEnd)
        return Tr::tr("Text follows the end mark of the dump.");
    if (!m_endSeen)
        return Tr::tr("The dump is cut: its end mark is missing.");
    if (m_problem == Problem::KeysDiffer)
        return Tr::tr(
            "The keys in the dump's first and last line differ: its parts belong to different dumps.");
    if (!m_openKey.isEmpty())
        return Tr::tr("The dump is cut: its last line, with the key of the first one, is missing.");
    return {};
}

Completeness CompletenessWatch::finish(SqlLexer::Open open, qint64 rawLength) const
{
    const QString why = reason(open, rawLength);
    if (!why.isEmpty())
        return {Completeness::Level::Incomplete, why};
    return {m_keyFirst ? Completeness::Level::Strong : Completeness::Level::Weak, {}};
}

} // namespace masclet
