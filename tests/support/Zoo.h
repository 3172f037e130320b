#pragma once

#include "tests/support/TempCluster.h"

#include <QList>

namespace masclet::test
{

/// One database of tests/integration/zoo, made from its scripts; each script says what it is for.
struct ZooDatabase {
    QByteArray name;
    QByteArray encoding = "UTF8";
    QByteArray locale = "C.UTF-8";
    QStringList scripts; ///< one named …_14 or …_15 is left out on an older server
};

/// Those that stock psql restores equal: every object kind, odd names, texts, types, encodings.
const QList<ZooDatabase> &zoo();

/// Makes the roles and the tablespace zoo_space (once per server) and the database, filled.
Result<> makeZoo(const TempCluster &cluster, const ZooDatabase &database);
/// The same from one script that is not part of zoo() ("needs_search_path", "forbids_ddl").
Result<> makeZoo(const TempCluster &cluster, const QByteArray &name, const QString &script);
/// The sample database of resources/sample under a name.
Result<> makeSample(const TempCluster &cluster, const QByteArray &name = "masclet_imperi");

/// Drops a database made here; its subscription would otherwise hold it.
Result<> dropZoo(const TempCluster &cluster, const QByteArray &name);

} // namespace masclet::test
