#pragma once

#include "core/base/Clock.h"
#include "core/base/Directory.h"
#include "core/checks/ChecklistRecord.h"

namespace masclet
{

/// What a day's file says in the end. Plain data.
struct ChecklistDay {
    struct Entry {
        Check check;
        std::optional<ChecklistVerdict> verdict; ///< newest
        bool verdictOutdated = false;            ///< a later evaluation gave another result
    };

    QString profile;
    QDate day;
    QString profileId;    ///< empty before the first evaluation
    QString setId;        ///< of the newest evaluation
    QDateTime evaluated;  ///< UTC, the newest
    QList<Entry> entries; ///< the newest result per item, in the checklist's order; missing ones are left out
    std::optional<ChecklistSignOff> signOff; ///< newest
    /// A result or verdict changed after the signature, or the signature speaks of results that are not in
    /// the file.
    bool signOffOutdated = false;
    QList<LogPosition> logs; ///< newest
    int unreadable = 0;      ///< lines damaged or edited; half a line at the end is not counted

    QList<Check> checks() const;
    CheckResult overall() const { return overallResult(checks()); }
    bool isSigned() const { return signOff && !signOffOutdated; }
};

/// The document of `checklist --json`, and what is exported.
QJsonObject toJson(const ChecklistDay &day);

/// The day files of a repository: <profile>_<YYYYMMDD>.jsonl, append-only lines, each synced. Results,
/// verdicts and signatures are never changed, only followed by newer ones. Appending locks the day's file
/// alone, so a person can sign while a backup runs. Move only; one thread at a time.
class Checklist
{
public:
    /// `folder` is the repository's checklists/. The clock must outlive the object.
    Checklist(Directory folder, const Clock &clock);

    /// A day nobody looked at is empty.
    Result<ChecklistDay> day(const QString &profile, const QDate &day) const;
    /// Files of a renamed profile are found by its id. Oldest first; those with results and no signature that
    /// holds.
    Result<QList<ChecklistDay>> unsignedDays(const QString &profileId) const;

    /// Where the scan of the log files ended on the newest day before this one; empty when there is none.
    Result<QList<LogPosition>> logPositionsBefore(const QString &profile, const QDate &day) const;

    /// Its time is set here.
    Result<> addResults(const QString &profile, const QDate &day, ChecklistResults results) const;
    /// `seen` is hashOf() the result the person looked at; empty: whatever it is. Usage when there is another
    /// one by now, none, or nobody is named.
    Result<> addVerdict(const QString &profile, const QDate &day, CheckItem item, Verdict verdict,
                        const QString &note, const QString &name, const QByteArray &seen = {}) const;
    /// `seen` is hashOf() the results the person looked at. Usage when there are others by now, none, or
    /// nobody is named.
    Result<> sign(const QString &profile, const QDate &day, const QString &name, const QString &note,
                  const QByteArray &seen) const;

private:
    Result<ChecklistDay> read(const QByteArray &fileName) const;
    Result<> append(const QByteArray &fileName, const ChecklistRecord &record) const;

    Directory m_folder;
    const Clock *m_clock;
};

} // namespace masclet
