<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlarmText</name>
    <message numerus="yes">
        <source>%n alarm(s), the oldest since %1.</source>
        <translation>
            <numerusform>%n alarm, since %1.</numerusform>
            <numerusform>%n alarms, the oldest since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody looks after %n of them.</source>
        <translation>
            <numerusform>Nobody looks after %n of them.</numerusform>
            <numerusform>Nobody looks after %n of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArchiveStream</name>
    <message numerus="yes">
        <source>%n byte(s) stand behind the end of the archive, at byte %1.</source>
        <translation>
            <numerusform>%n byte stands behind the end of the archive, at byte %1.</numerusform>
            <numerusform>%n bytes stand behind the end of the archive, at byte %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditCommand</name>
    <message numerus="yes">
        <source>The journal is whole: %n record(s).</source>
        <translation>
            <numerusform>The journal is whole: %n record.</numerusform>
            <numerusform>The journal is whole: %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were cut by a crash and closed afterwards; that is no tampering.</source>
        <translation>
            <numerusform>%n line was cut by a crash and closed afterwards; that is no tampering.</numerusform>
            <numerusform>%n lines were cut by a crash and closed afterwards; that is no tampering.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal does not speak of runs that made or tried %n set(s): records are gone.</source>
        <translation>
            <numerusform>The journal does not speak of runs that made or tried %n set: records are gone.</numerusform>
            <numerusform>The journal does not speak of runs that made or tried %n sets: records are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupCommand</name>
    <message numerus="yes">
        <source>%1: verified, %2 rows in %n table(s), %3 stored, %4 raw, in %5</source>
        <translation>
            <numerusform>%1: verified, %2 rows in %n table, %3 stored, %4 raw, in %5</numerusform>
            <numerusform>%1: verified, %2 rows in %n tables, %3 stored, %4 raw, in %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dumped and thrown away: %1 rows in %n table(s), %2 raw, %3 packed, in %4</source>
        <translation>
            <numerusform>Dumped and thrown away: %1 rows in %n table, %2 raw, %3 packed, in %4</numerusform>
            <numerusform>Dumped and thrown away: %1 rows in %n tables, %2 raw, %3 packed, in %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogCommand</name>
    <message numerus="yes">
        <source>%1 was made anew: %n set(s) and run(s).</source>
        <translation>
            <numerusform>%1 was made anew: %n set or run.</numerusform>
            <numerusform>%1 was made anew: %n sets and runs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistCommand</name>
    <message numerus="yes">
        <source>Warning: %n line(s) of this day&apos;s file were changed or damaged.</source>
        <translation>
            <numerusform>Warning: %n line of this day&apos;s file was changed or damaged.</numerusform>
            <numerusform>Warning: %n lines of this day&apos;s file were changed or damaged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistReport</name>
    <message numerus="yes">
        <source>%n line(s) of the day&apos;s file cannot be read</source>
        <translation>
            <numerusform>%n line of the day&apos;s file cannot be read</numerusform>
            <numerusform>%n lines of the day&apos;s file cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DumpSession</name>
    <message numerus="yes">
        <source>%n event trigger(s) are enabled: stock psql may fail on them when it restores.</source>
        <translation>
            <numerusform>%n event trigger is enabled: stock psql may fail on it when it restores.</numerusform>
            <numerusform>%n event triggers are enabled: stock psql may fail on them when it restores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tool wrote %n more line(s) like these.</source>
        <translation>
            <numerusform>The tool wrote %n more line like these.</numerusform>
            <numerusform>The tool wrote %n more lines like these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileAttributes</name>
    <message numerus="yes">
        <source>The owner of %n file(s) could not be set, first %1: %2</source>
        <translation>
            <numerusform>The owner of %n file could not be set, first %1: %2</numerusform>
            <numerusform>The owner of %n files could not be set, first %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The mode of %n file(s) could not be set, first %1: %2</source>
        <translation>
            <numerusform>The mode of %n file could not be set, first %1: %2</numerusform>
            <numerusform>The mode of %n files could not be set, first %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extended attribute(s) could not be set, first on %1: %2</source>
        <translation>
            <numerusform>%n extended attribute could not be set, first on %1: %2</numerusform>
            <numerusform>%n extended attributes could not be set, first on %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n access control list(s) could not be set, first on %1: %2</source>
        <translation>
            <numerusform>%n access control list could not be set, first on %1: %2</numerusform>
            <numerusform>%n access control lists could not be set, first on %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The time of %n file(s) could not be set, first %1: %2</source>
        <translation>
            <numerusform>The time of %n file could not be set, first %1: %2</numerusform>
            <numerusform>The time of %n files could not be set, first %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileKinds</name>
    <message numerus="yes">
        <source>%n file(s) or folder(s) of the kind %1 could not be read. The first: %2</source>
        <translation>
            <numerusform>%n file or folder of the kind %1 could not be read. The first: %2</numerusform>
            <numerusform>%n files or folders of the kind %1 could not be read. The first: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWalk</name>
    <message numerus="yes">
        <source>excluded by the profile (%n found)</source>
        <translation>
            <numerusform>excluded by the profile (%n found)</numerusform>
            <numerusform>excluded by the profile (%n found)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForeignRestore</name>
    <message numerus="yes">
        <source>Read %1 to its end: it is whole, %2 rows in %n table(s)</source>
        <translation>
            <numerusform>Read %1 to its end: it is whole, %2 rows in %n table</numerusform>
            <numerusform>Read %1 to its end: it is whole, %2 rows in %n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InitCommand</name>
    <message numerus="yes">
        <source>the newest %n verified backup(s)</source>
        <translation>
            <numerusform>the newest verified backup</numerusform>
            <numerusform>the newest %n verified backups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectCommand</name>
    <message numerus="yes">
        <source>%1: %n table(s), %2 rows, %3 raw</source>
        <translation>
            <numerusform>%1: %n table, %2 rows, %3 raw</numerusform>
            <numerusform>%1: %n tables, %2 rows, %3 raw</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n large object(s)</source>
        <translation>
            <numerusform>%n large object</numerusform>
            <numerusform>%n large objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileCheck</name>
    <message numerus="yes">
        <source>Encrypted to %n key(s).</source>
        <translation>
            <numerusform>Encrypted to %n key.</numerusform>
            <numerusform>Encrypted to %n keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Repository</name>
    <message numerus="yes">
        <source>This machine has seen %n record(s); those at the end are gone.</source>
        <translation>
            <numerusform>This machine has seen %n record; those at the end are gone.</numerusform>
            <numerusform>This machine has seen %n records; those at the end are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rereading</name>
    <message numerus="yes">
        <source>%n older set(s) are damaged.</source>
        <translation>
            <numerusform>%n older set is damaged.</numerusform>
            <numerusform>%n older sets are damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) have not been read for more than seven days; there was no time for them.</source>
        <translation>
            <numerusform>%n set has not been read for more than seven days; there was no time for it.</numerusform>
            <numerusform>%n sets have not been read for more than seven days; there was no time for them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreCommand</name>
    <message numerus="yes">
        <source>%1: %n file(s), folder(s) and link(s) with %2</source>
        <translation>
            <numerusform>%1: %n file, folder and link with %2</numerusform>
            <numerusform>%1: %n files, folders and links with %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) of %1 name places outside of the folder and were kept as they are</source>
        <translation>
            <numerusform>%n link of %1 names a place outside of the folder and was kept as it is</numerusform>
            <numerusform>%n links of %1 name places outside of the folder and were kept as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more file(s); --json lists all</source>
        <translation>
            <numerusform>and %n more file; --json lists all</numerusform>
            <numerusform>and %n more files; --json lists all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were replaced; they are kept in %1</source>
        <translation>
            <numerusform>%n file was replaced; it is kept in %1</numerusform>
            <numerusform>%n files were replaced; they are kept in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreTestCommand</name>
    <message numerus="yes">
        <source>%1: restore-tested, %2 rows in %n table(s) are equal, loaded in %3</source>
        <translation>
            <numerusform>%1: restore-tested, %2 rows in %n table are equal, loaded in %3</numerusform>
            <numerusform>%1: restore-tested, %2 rows in %n tables are equal, loaded in %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreTestReport</name>
    <message numerus="yes">
        <source>%1 rows in %n table(s)</source>
        <translation>
            <numerusform>%1 rows in %n table</numerusform>
            <numerusform>%1 rows in %n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreTestService</name>
    <message numerus="yes">
        <source>%1 was restored and compared: %2 rows in %n table(s) are equal.</source>
        <translation>
            <numerusform>%1 was restored and compared: %2 rows in %n table are equal.</numerusform>
            <numerusform>%1 was restored and compared: %2 rows in %n tables are equal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Count the rows of %n table(s) and compare them with the manifest</source>
        <translation>
            <numerusform>Count the rows of %n table and compare them with the manifest</numerusform>
            <numerusform>Count the rows of %n tables and compare them with the manifest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message numerus="yes">
        <source>It is older than the newest %n verified set(s), and no other rule keeps it.</source>
        <translation>
            <numerusform>It is older than the newest verified set, and no other rule keeps it.</numerusform>
            <numerusform>It is older than the newest %n verified sets, and no other rule keeps it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionCommand</name>
    <message numerus="yes">
        <source>Deleted: %n set(s), %1 freed</source>
        <translation>
            <numerusform>Deleted: %n set, %1 freed</numerusform>
            <numerusform>Deleted: %n sets, %1 freed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionService</name>
    <message numerus="yes">
        <source>%n set(s) that would be kept are damaged, so nothing was deleted.</source>
        <translation>
            <numerusform>%n set that would be kept is damaged, so nothing was deleted.</numerusform>
            <numerusform>%n sets that would be kept are damaged, so nothing was deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message numerus="yes">
        <source>The server did not answer within %n second(s).</source>
        <translation>
            <numerusform>The server did not answer within %n second.</numerusform>
            <numerusform>The server did not answer within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The host name %1 could not be looked up within %n second(s).</source>
        <translation>
            <numerusform>The host name %1 could not be looked up within %n second.</numerusform>
            <numerusform>The host name %1 could not be looked up within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetDetails</name>
    <message numerus="yes">
        <source>%1 in %n table(s)</source>
        <translation>
            <numerusform>%1 in %n table</numerusform>
            <numerusform>%1 in %n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShowCommand</name>
    <message numerus="yes">
        <source>%1 in %n table(s)</source>
        <translation>
            <numerusform>%1 in %n table</numerusform>
            <numerusform>%1 in %n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more table(s); --json lists all</source>
        <translation>
            <numerusform>and %n more table; --json lists all</numerusform>
            <numerusform>and %n more tables; --json lists all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Snapshot</name>
    <message numerus="yes">
        <source>%n table(s) were emptied, rewritten or replaced while the dump began (%1). Their rows cannot be trusted.</source>
        <translation>
            <numerusform>%n table was emptied, rewritten or replaced while the dump began (%1). Its rows cannot be trusted.</numerusform>
            <numerusform>%n tables were emptied, rewritten or replaced while the dump began (%1). Their rows cannot be trusted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusCommand</name>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n profile</numerusform>
            <numerusform>%n profiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyCommand</name>
    <message numerus="yes">
        <source>%1: whole, %2 rows in %n table(s), %3 raw</source>
        <translation>
            <numerusform>%1: whole, %2 rows in %n table, %3 raw</numerusform>
            <numerusform>%1: whole, %2 rows in %n tables, %3 raw</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyService</name>
    <message numerus="yes">
        <source>%n set(s) are damaged.</source>
        <translation>
            <numerusform>%n set is damaged.</numerusform>
            <numerusform>%n sets are damaged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::ActivityRow</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::ContactsDialog</name>
    <message numerus="yes">
        <source>%n message(s) delivered</source>
        <translation>
            <numerusform>%n message delivered</numerusform>
            <numerusform>%n messages delivered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::HistoryView</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::JournalView</name>
    <message numerus="yes">
        <source>The journal is whole: %n record(s); the newest are shown.</source>
        <translation>
            <numerusform>The journal is whole: %n record; the newest are shown.</numerusform>
            <numerusform>The journal is whole: %n records; the newest are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal is whole: %n record(s).</source>
        <translation>
            <numerusform>The journal is whole: %n record.</numerusform>
            <numerusform>The journal is whole: %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Records are gone: the journal does not speak of runs that made or tried %n set(s), the newest is %1.</source>
        <translation>
            <numerusform>Records are gone: the journal does not speak of runs that made or tried %n set: %1.</numerusform>
            <numerusform>Records are gone: the journal does not speak of runs that made or tried %n sets, the newest is %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::LogsDialog</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::NextRunPanel</name>
    <message numerus="yes">
        <source>Retention would delete %n set(s) now.</source>
        <translation>
            <numerusform>Retention would delete %n set now.</numerusform>
            <numerusform>Retention would delete %n sets now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::Notices</name>
    <message numerus="yes">
        <source>%n day(s) not signed, the first is %1.</source>
        <translation>
            <numerusform>%n day not signed: %1.</numerusform>
            <numerusform>%n days not signed, the first is %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::PreviewDialog</name>
    <message numerus="yes">
        <source>%1 rows in %n table(s), %2 raw</source>
        <translation>
            <numerusform>%1 rows in %n table, %2 raw</numerusform>
            <numerusform>%1 rows in %n tables, %2 raw</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::RestoreTestWizard</name>
    <message numerus="yes">
        <source>%1: all %n table(s) are equal</source>
        <translation>
            <numerusform>%1: %n table is equal</numerusform>
            <numerusform>%1: all %n tables are equal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::RetentionDialog</name>
    <message numerus="yes">
        <source>the newest %n verified set(s)</source>
        <translation>
            <numerusform>the newest %n verified set</numerusform>
            <numerusform>the newest %n verified sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of each of %n day(s)</source>
        <translation>
            <numerusform>one of each of %n day</numerusform>
            <numerusform>one of each of %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of each of %n week(s)</source>
        <translation>
            <numerusform>one of each of %n week</numerusform>
            <numerusform>one of each of %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of each of %n month(s)</source>
        <translation>
            <numerusform>one of each of %n month</numerusform>
            <numerusform>one of each of %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of each of %n year(s)</source>
        <translation>
            <numerusform>one of each of %n year</numerusform>
            <numerusform>one of each of %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) will be deleted, %1 freed</source>
        <translation>
            <numerusform>%n set will be deleted, %1 freed</numerusform>
            <numerusform>%n sets will be deleted, %1 freed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retention ended with %n warning(s).</source>
        <translation>
            <numerusform>Retention ended with %n warning.</numerusform>
            <numerusform>Retention ended with %n warnings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::ReviewPage</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
</TS>
