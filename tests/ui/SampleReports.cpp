#include "tests/ui/SampleReports.h"

namespace masclet::test
{

ChecklistReport checkedDay(UiDesk &desk)
{
    const ChecklistService service(desk.context().services);
    std::stop_source stop;
    NullLog log;
    JobContext job(stop.get_token(), desk.clock(), log, {});
    const ChecklistRequest request{desk.profile(), {}};
    Result<ChecklistReport> day = service.evaluate(request, KeepResults::Yes, job);
    if (day)
        day =
            service.setVerdicts(request, {{CheckItem::Size, Verdict::Accepted,
                                           QStringLiteral("known <b>growth</b>"), QStringLiteral("Marta")}});
    if (day)
        day = service.sign(request, day->day, QStringLiteral("Marta Puig"), QStringLiteral("all seen"));
    if (!day)
        qFatal("%s", reason(day).constData());
    return *day;
}

RestoreTestReport testReport(bool good)
{
    RestoreTestReport report;
    report.run.id = QStringLiteral("20250218T071200Z-3f9c2a");
    report.run.verb = QStringLiteral("restore-test");
    report.run.setId = QStringLiteral("masclet_imperi_20250218");
    report.run.trigger = QStringLiteral("manual");
    report.run.author = QStringLiteral("marta@granja");
    report.run.state = good ? RunState::Ok : RunState::Failed;
    report.run.started = QDateTime(QDate(2025, 2, 18), QTime(7, 12), Qt::UTC);
    report.run.durationMs = 94'000;
    report.loadMs = 61'000;
    report.comparison.tables = {{"public", "animals", 434, 434},
                                {"public", "movements", 24250, good ? 24250 : 24249}};
    if (!good) {
        report.comparison.differences = {
            QStringLiteral("public.movements: 24250 rows in the dump, 24249 restored")};
        report.failure = Error{ErrorKind::RestoreTest,
                               QStringLiteral("The restored copy is not equal."),
                               QStringLiteral("Do not rely on this set."),
                               {},
                               {}};
    }
    return report;
}

SetReport newestSet(UiDesk &desk)
{
    const Result<SetReport> set = readSetReport(desk.context().services, desk.profile(), desk.newestSet());
    if (!set)
        qFatal("%s", reason(set).constData());
    return *set;
}

} // namespace masclet::test
