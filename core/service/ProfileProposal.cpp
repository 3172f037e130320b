#include "core/service/ProfileProposal.h"

#include "core/checks/TableRows.h"

#include <algorithm>

namespace masclet
{

namespace
{

/// What the seed's installation protects, and the tables its own check counts.
const QString seedDatabase = QStringLiteral("masclet_imperi");
const QStringList seedTables = {QStringLiteral("animals"), QStringLiteral("parts")};

const Option &optionAt(const char *path)
{
    return *optionByPath(QString::fromLatin1(path));
}

void giveUnlessGiven(StoredProfile &stored, const char *path, const OptionValue &value)
{
    if (!stored.given.contains(QString::fromLatin1(path)))
        stored.give(optionAt(path), value);
}

bool exists(const DatabaseFacts &facts, const QString &table)
{
    return std::any_of(facts.relations.cbegin(), facts.relations.cend(), [&](const RelationFacts &relation) {
        return (relation.kind == 'r' || relation.kind == 'p') &&
               namesTable(table, relation.schema, relation.name);
    });
}

QStringList proposedTables(const StoredProfile &stored, const DatabaseSurvey *survey)
{
    if (!survey)
        return stored.profile.connection.dbname == seedDatabase ? seedTables : QStringList();
    QStringList tables;
    for (const QString &table : seedTables) {
        if (exists(survey->facts, table))
            tables << table;
    }
    return tables;
}

} // namespace

bool isLocalHost(const QString &host)
{
    return host.isEmpty() || host.startsWith(QChar(u'/')) || host.startsWith(QStringLiteral("127.")) ||
           host == QStringLiteral("::1") || host == QStringLiteral("localhost");
}

QString proposedTls(const QString &host)
{
    return isLocalHost(host) ? Profile().connection.sslmode : QStringLiteral("verify-full");
}

void proposeDefaults(StoredProfile &stored, const QString &systemZone)
{
    if (const QString tls = proposedTls(stored.profile.connection.host); tls != Profile().connection.sslmode)
        giveUnlessGiven(stored, "connection.sslmode", tls);
    if (checkOption(optionAt("schedule.zone"), systemZone))
        giveUnlessGiven(stored, "schedule.zone", systemZone);
    giveUnlessGiven(stored, "backup.kinds", optionAt("backup.kinds").choices);
    for (const char *path :
         {"connection.host", "connection.port", "connection.user", "repository.path", "repository.layout",
          "schedule.at", "schedule.restore_test", "retention.keep_last"})
        giveUnlessGiven(stored, path, optionAt(path).get(stored.profile));
}

void proposeFromSurvey(StoredProfile &stored, const DatabaseSurvey *survey)
{
    giveUnlessGiven(stored, "backup.critical_tables", proposedTables(stored, survey));
    qint64 minimum = Profile().checks.minimumSize;
    if (survey && survey->dumpBytes && *survey->dumpBytes <= minimum)
        minimum = std::max<qint64>(*survey->dumpBytes / 2, 1);
    giveUnlessGiven(stored, "checks.minimum_size", minimum);
    if (!survey || !survey->dumpBytes)
        return;
    for (const char *path : {"checks.band_low", "checks.band_high"})
        giveUnlessGiven(stored, path, optionAt(path).get(stored.profile));
}

} // namespace masclet
