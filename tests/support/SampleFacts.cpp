#include "tests/support/SampleFacts.h"

namespace masclet::test
{

DatabaseFacts sampleFacts()
{
    DatabaseFacts facts;
    facts.systemIdentifier = "7469032118640132321";
    facts.serverVersion = 150020;
    facts.serverVersionText = "15.20 (Debian 15.20-0+deb12u1)";
    facts.host = QStringLiteral("127.0.0.1");
    facts.port = 5432;
    facts.database = "masclet_imperi";
    facts.databaseOid = 16385;
    facts.owner = "postgres";
    facts.encoding = "UTF8";
    facts.collate = "ca_ES.UTF-8";
    facts.ctype = "ca_ES.UTF-8";
    facts.localeProvider = "c";
    facts.bytes = 9'437'184;
    facts.snapshotTime = QDateTime::fromString(QStringLiteral("2025-02-18T01:00:08.100Z"), Qt::ISODateWithMs);
    facts.extensions = {"plpgsql 1.0"};
    facts.roles = {"postgres"};
    RelationFacts relation;
    relation.oid = 16390;
    relation.schema = "public";
    relation.name = "animals";
    relation.bytes = 65536;
    relation.rows = 347;
    facts.relations = {relation};
    facts.objectCounts = {{"table", 1}};
    return facts;
}

} // namespace masclet::test
