#include "core/service/RightsReport.h"

#include "core/base/Text.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RightsReport)
};

QString names(const QList<MissingRights::Relation> &relations)
{
    QStringList list;
    for (const MissingRights::Relation &relation : relations)
        list << oneLine(relation.schema) + QChar(u'.') + oneLine(relation.name);
    return list.join(QStringLiteral(", "));
}

} // namespace

Result<> refuseMissingRights(const MissingRights &missing, const QByteArray &role)
{
    if (missing.isEmpty())
        return {};
    QStringList lines;
    for (const QByteArray &schema : missing.schemas)
        lines << Tr::tr("schema %1: no USAGE").arg(oneLine(schema));
    if (!missing.tables.isEmpty())
        lines << Tr::tr("tables without SELECT: %1").arg(names(missing.tables));
    if (!missing.sequences.isEmpty())
        lines << Tr::tr("sequences without SELECT: %1").arg(names(missing.sequences));
    if (!missing.rowSecurity.isEmpty())
        lines << Tr::tr("tables whose row security hides rows: %1").arg(names(missing.rowSecurity));
    if (missing.largeObjects > 0)
        lines << Tr::tr("large objects not readable: %1").arg(missing.largeObjects);
    return fail(ErrorKind::Dump,
                Tr::tr("The role %1 may not read everything in this database.").arg(oneLine(role)),
                Tr::tr("Grant it pg_read_all_data and BYPASSRLS, make it the owner of the large objects, or "
                       "back up as a superuser. A part of the data is no backup."),
                lines.join(QChar(u'\n')));
}

QString unreadablePasswords(const QByteArray &role)
{
    return Tr::tr("The role %1 may not read the passwords of roles, so the backup is without them: after a "
                  "disaster each must be set anew. With role_passwords = false this is no warning.")
        .arg(oneLine(role));
}

} // namespace masclet
