#include "tests/core/checks/Facts.h"

namespace masclet::test
{

QDateTime utc(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso) + QStringLiteral(":00Z"), Qt::ISODate);
}

Profile sampleProfile()
{
    Profile profile;
    profile.name = QStringLiteral("masclet_imperi");
    profile.id = QStringLiteral("p1");
    profile.connection.dbname = QStringLiteral("masclet_imperi");
    profile.schedule.zone = QStringLiteral("Europe/Madrid");
    profile.backup.criticalTables = {QStringLiteral("animals"), QStringLiteral("public.parts")};
    return profile;
}

StoredSet sampleSet(const QString &id, const char *started, SetState state)
{
    StoredSet set;
    set.id = id;
    set.readable = true;
    set.profile = QStringLiteral("masclet_imperi");
    set.profileId = QStringLiteral("p1");
    set.sequence = 100;
    set.trigger = QStringLiteral("schedule");
    set.started = utc(started);
    set.finished = set.started.addSecs(240);
    set.storedBytes = 2'100'000;
    set.rows = 1858;
    set.files = {{QByteArray("db/") + id.toLatin1() + ".sql.gz", QStringLiteral("db"),
                  QStringLiteral("archive"), 2'097'000, 9'000'000},
                 {QByteArray("db/") + id.toLatin1() + ".globals.sql.gz", QStringLiteral("db"),
                  QStringLiteral("globals"), 3'000, 9'000}};
    set.state = state;
    if (state != SetState::Complete)
        set.evidence.verified = set.started.addSecs(300);
    if (state == SetState::RestoreTested)
        set.evidence.restoreTested = set.started.addSecs(600);
    if (state == SetState::Damaged) {
        set.evidence.damaged = set.started.addSecs(3600);
        set.evidence.damage = QStringLiteral("member 3 does not inflate");
    }
    return set;
}

RunRecord runOf(const StoredSet &set)
{
    RunRecord run;
    run.id = QStringLiteral("run-") + set.id;
    run.verb = QStringLiteral("backup");
    run.profileId = set.profileId;
    run.trigger = set.trigger;
    run.setId = set.id;
    run.sequence = set.sequence;
    run.state = RunState::Ok;
    run.started = set.started;
    run.finished = set.finished;
    run.storedBytes = set.storedBytes;
    run.databaseBytes = set.databaseBytes();
    run.rows = set.rows;
    return run;
}

Manifest sampleManifest(const StoredSet &set)
{
    Manifest manifest;
    manifest.setId = set.id;
    manifest.database.encoding = "UTF8";
    manifest.tables = {{1, "public", "animals", 347, 347},
                       {2, "public", "parts", 1500, 1500},
                       {3, "public", "farms", 11, std::nullopt}};
    return manifest;
}

QList<TableRows> equalCopy(const Manifest &manifest)
{
    return rowFiguresOf(manifest).tables;
}

DayFacts emptyDay()
{
    DayFacts facts;
    facts.profile = sampleProfile();
    facts.day = QDate(2025, 2, 18);
    facts.zone = QTimeZone("Europe/Madrid");
    facts.now = utc("2025-02-18T08:00");
    facts.since = utc("2024-01-01T00:00");
    facts.logs.since = utc("2025-02-16T23:00");
    facts.disk = DiskFacts{100LL << 30, 50LL << 30, DataPlace::OtherMachine, OffSite::None};
    return facts;
}

DayFacts goodDay()
{
    DayFacts facts = emptyDay();
    facts.sets = {sampleSet(QStringLiteral("masclet_imperi_20250218"), "2025-02-18T01:00")};
    for (int day = 0; day < 8; ++day) {
        StoredSet set = facts.sets.first();
        set.id = QStringLiteral("masclet_imperi_202502%1").arg(18 - day);
        set.sequence -= day;
        set.started = set.started.addDays(-day);
        set.finished = set.finished.addDays(-day);
        facts.runs << runOf(set);
    }
    facts.set = facts.sets.first();
    facts.manifest = sampleManifest(*facts.set);
    facts.before = rowFiguresOf(*facts.manifest);
    facts.before->setId = QStringLiteral("masclet_imperi_20250217");
    facts.restored = equalCopy(*facts.manifest);
    return facts;
}

} // namespace masclet::test
