#pragma once

#include "core/checks/Checklist.h"
#include "core/job/JobContext.h"
#include "core/profile/Profile.h"
#include "core/service/ServiceEnvironment.h"

namespace masclet
{

/// A profile's day; without a day it is today in the profile's zone.
struct ChecklistRequest {
    Profile profile;
    QDate day;
    QList<CheckItem> items = {}; ///< to judge; empty: all
};

struct ChecklistReport {
    ChecklistDay day;
    QList<QDate> unsignedDays; ///< earlier ones with results and no signature that holds
};

enum class KeepResults { Yes, No };

/// What a person says.
struct VerdictRequest {
    CheckItem item = CheckItem::Window;
    Verdict verdict = Verdict::Ok;
    QString note;
    QString name;
    QByteArray seen = {}; ///< hashOf() the result the person looked at; empty: whatever it is
};

/// The daily checklist: seven items judged from facts, verdicts and signature of a person beside them.
/// Blocking; call it from a job. Takes no lock of the repository, so it works while a backup runs.
class ChecklistService
{
public:
    explicit ChecklistService(const ServiceEnvironment &environment);

    /// Judges the items as of now; the results are kept with the day, or only reported.
    Result<ChecklistReport> evaluate(const ChecklistRequest &request, KeepResults keep,
                                     JobContext &context) const;
    /// What the day's file says, nothing evaluated.
    Result<ChecklistReport> look(const ChecklistRequest &request) const;
    Result<ChecklistReport> setVerdicts(const ChecklistRequest &request,
                                        const QList<VerdictRequest> &verdicts) const;
    /// `seen` is the day as the person saw it. Usage when there are other results by now, or none.
    Result<ChecklistReport> sign(const ChecklistRequest &request, const ChecklistDay &seen,
                                 const QString &name, const QString &note) const;

private:
    const ServiceEnvironment &m_environment;
};

} // namespace masclet
