#pragma once

#include "core/archive/TablePicker.h"
#include "core/job/JobContext.h"
#include "core/profile/Profile.h"
#include "core/repository/Repository.h"
#include "core/service/SetFile.h"

namespace masclet
{

// Looking into dumps without restoring them: our own plain archives through their index, other dumps in one
// pass. Everything that comes back is foreign text. Blocking; call it from a job.

/// A dump to look into: of a set, or a file that was made elsewhere.
struct DumpPlace {
    const Repository *repository = nullptr; ///< null for a file
    QString setId;
    QString file; ///< or the folder of pg_dump -Fd
    SetAccess access = {};
};

/// The same by name, for who holds no repository open.
struct DumpName {
    Profile profile;   ///< of a set: where its repository is, and its key
    QString setId;     ///< empty for a file
    QString file = {}; ///< .sql or .sql.gz
};

struct InspectedTable {
    SqlName name;
    qint64 rows = 0;
    QList<SqlColumn> columns; ///< as CREATE TABLE has them; empty when they were not asked for
};

struct InspectedDump {
    QString name; ///< set or path
    QList<InspectedTable> tables;
    qint64 rawBytes = 0;
    qint64 largeObjects = 0;

    qint64 rows() const;
};

enum class Columns { Leave, Read };
/// The tables of a dump. Without columns one of ours is not even opened: its manifest says it all. A file is
/// read whole and refused when it is not (Verification).
Result<InspectedDump> inspectDump(const DumpPlace &place, Columns columns, JobContext &context);
Result<InspectedDump> inspectDump(const ServiceEnvironment &environment, const DumpName &dump,
                                  Columns columns, JobContext &context);

struct InspectedRows {
    SqlName name;
    qint64 rows = 0;           ///< that the table has
    QList<QByteArray> columns; ///< of the rows below; names from CREATE TABLE where COPY has no list
    QList<QList<std::optional<QByteArray>>> first; ///< nullopt is NULL
    QList<QByteArray> statements; ///< its DDL: itself, columns, indexes, triggers, policies, rights …
};

/// One table, or view or sequence: its DDL and the first `rows` rows. `table` is "animals" or
/// "public.animals"; Usage when there is none, or several. Of an archive of ours only what is needed is read:
/// the members of the structure and those of the rows, each with its own checksum; of an encrypted one, or
/// one that only pg_restore reads, all.
Result<InspectedRows> inspectTable(const DumpPlace &place, const QString &table, qint64 rows,
                                   JobContext &context);
Result<InspectedRows> inspectTable(const ServiceEnvironment &environment, const DumpName &dump,
                                   const QString &table, qint64 rows, JobContext &context);

} // namespace masclet
