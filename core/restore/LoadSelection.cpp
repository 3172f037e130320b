#include "core/restore/LoadSelection.h"

#include "core/archive/SqlTokens.h"
#include "core/restore/RoleStatement.h"

namespace masclet
{

namespace
{

/// schema.name, or name alone.
LoadSelection::TableName readTable(SqlTokens &tokens)
{
    LoadSelection::TableName table{{}, tokens.current().text};
    tokens.next();
    if (tokens.take('.')) {
        table = {table.second, tokens.current().text};
        tokens.next();
    }
    return table;
}

struct ForeignKey {
    LoadSelection::TableName from;
    LoadSelection::TableName to;
};

/// ALTER TABLE [ONLY] s.t ADD CONSTRAINT c FOREIGN KEY (…) REFERENCES s.t…, as pg_dump writes it.
std::optional<ForeignKey> readForeignKey(QByteArrayView text)
{
    SqlTokens tokens(text);
    if (!tokens.take("alter") || !tokens.take("table"))
        return std::nullopt;
    tokens.take("only");
    ForeignKey key;
    key.from = readTable(tokens);
    if (!tokens.take("add") || !tokens.take("constraint"))
        return std::nullopt;
    tokens.next(); // its name
    if (!tokens.take("foreign") || !tokens.take("key"))
        return std::nullopt;
    while (tokens.current().type != SqlTokens::Type::End && !tokens.take("references"))
        tokens.next();
    key.to = readTable(tokens);
    return key;
}

/// COMMENT, GRANT, ALTER, SECURITY LABEL … LARGE OBJECT
bool isAboutLargeObject(QByteArrayView text)
{
    SqlTokens tokens(text);
    for (int words = 0; words < 12 && tokens.current().type != SqlTokens::Type::End; ++words) {
        if (tokens.take("large"))
            return tokens.current().isWord("object");
        tokens.next();
    }
    return false;
}

bool isLargeObjectKind(SqlKind kind)
{
    return kind == SqlKind::LargeObjectCreate || kind == SqlKind::LargeObjectOpen ||
           kind == SqlKind::LargeObjectWrite;
}

} // namespace

bool LoadSelection::takesRows(const TableName &table) const
{
    return rows == Rows::All || (rows == Rows::Chosen && tables.contains(table));
}

std::optional<QByteArray> LoadSelection::apply(
    const QByteArray &text, SqlKind kind, const std::function<QByteArray(const QByteArray &)> &quote) const
{
    if (rows == Rows::None && (kind == SqlKind::SetSequence || isLargeObjectKind(kind) ||
                               (kind == SqlKind::Other && isAboutLargeObject(text))))
        return std::nullopt;
    if (rows == Rows::Chosen && kind == SqlKind::Other) {
        const std::optional<ForeignKey> key = readForeignKey(text);
        if (key && takesRows(key->from) && !takesRows(key->to))
            return std::nullopt;
    }
    if (owners == Owners::Keep && rights == Rights::Keep && roles.isEmpty())
        return text;
    const RoleStatement statement = readRoleStatement(text);
    using Role = RoleStatement::Kind;
    const bool ownership = statement.kind == Role::Owner || statement.kind == Role::Session;
    const bool rightsOnly = statement.kind == Role::Grant || statement.kind == Role::DefaultPrivileges;
    if ((ownership && owners == Owners::Leave) || (rightsOnly && rights == Rights::Leave))
        return std::nullopt;
    QByteArray mapped = text;
    for (auto place = statement.places.crbegin(); place != statement.places.crend(); ++place) {
        const auto role = roles.constFind(place->role);
        if (role != roles.constEnd())
            mapped.replace(place->at, place->length, quote(*role));
    }
    return mapped;
}

} // namespace masclet
