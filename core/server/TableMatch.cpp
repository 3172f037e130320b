#include "core/server/TableMatch.h"

#include "core/base/Text.h"

#include <QCoreApplication>

#include <optional>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TableMatch)
};

struct Wanted {
    std::optional<QByteArray> schema;
    QByteArray name;
};

/// "animals" may be a table, or schema and table split at any of its dots.
QList<Wanted> literalReadings(const QByteArray &text)
{
    QList<Wanted> readings{{{}, text}};
    for (qsizetype dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1))
        readings.append({text.left(dot), text.mid(dot + 1)});
    return readings;
}

/// One identifier of SQL at `at`, which moves behind it. Empty when there is none.
QByteArray readIdentifier(const QByteArray &text, qsizetype &at)
{
    QByteArray name;
    if (at < text.size() && text.at(at) == '"') {
        for (++at; at < text.size(); ++at) {
            if (text.at(at) == '"') {
                ++at;
                if (at >= text.size() || text.at(at) != '"')
                    return name;
            }
            name += text.at(at);
        }
        return {};
    }
    while (at < text.size() && text.at(at) != '.' && text.at(at) != '"')
        name += lowerCase(text.at(at++));
    return name;
}

QList<Wanted> sqlReading(const QByteArray &text)
{
    qsizetype at = 0;
    const QByteArray first = readIdentifier(text, at);
    if (first.isEmpty())
        return {};
    if (at == text.size())
        return {{{}, first}};
    if (text.at(at++) != '.')
        return {};
    const QByteArray second = readIdentifier(text, at);
    if (second.isEmpty() || at != text.size())
        return {};
    return {{first, second}};
}

QList<const RelationFacts *> find(const DatabaseFacts &facts, const QList<Wanted> &readings)
{
    QList<const RelationFacts *> found;
    for (const RelationFacts &relation : facts.relations) {
        if (relation.kind != 'r' && relation.kind != 'p')
            continue;
        for (const Wanted &wanted : readings) {
            if (relation.name == wanted.name && wanted.schema.value_or(relation.schema) == relation.schema)
                found.append(&relation);
        }
    }
    return found;
}

} // namespace

Result<const RelationFacts *> matchTable(const DatabaseFacts &facts, const QString &name)
{
    const QByteArray text = name.toUtf8();
    QList<const RelationFacts *> found = find(facts, literalReadings(text));
    if (found.isEmpty())
        found = find(facts, sqlReading(text));
    if (found.isEmpty())
        return fail(ErrorKind::Config, Tr::tr("The database has no table \"%1\".").arg(oneLine(name, 150)),
                    Tr::tr("Correct the list of critical tables in the profile."));
    if (found.size() == 1)
        return found.first();
    QStringList candidates;
    for (const RelationFacts *relation : found) {
        if (relation->schema == "public" && relation->name == text)
            return relation;
        candidates << oneLine(relation->schema + '.' + relation->name, 150);
    }
    return fail(ErrorKind::Config, Tr::tr("\"%1\" means more than one table.").arg(oneLine(name, 150)),
                Tr::tr("Write the schema before the table's name."), candidates.join(u'\n'));
}

} // namespace masclet
