#include "core/service/PeopleText.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QLocale>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PeopleText)
};
} // namespace

QString whenText(const QDateTime &utc, const QString &zone)
{
    return utc.isValid() ? momentText(utc, zoneNamed(zone)) : Tr::tr("never");
}

QString stateText(SetState state)
{
    switch (state) {
    case SetState::Complete:
        return Tr::tr("complete");
    case SetState::Verified:
        return Tr::tr("verified");
    case SetState::RestoreTested:
        return Tr::tr("restore-tested");
    case SetState::Damaged:
        break;
    }
    return Tr::tr("damaged");
}

QString stateText(RunState state)
{
    switch (state) {
    case RunState::Running:
        return Tr::tr("running");
    case RunState::Ok:
        return Tr::tr("ok");
    case RunState::Warnings:
        return Tr::tr("warnings");
    case RunState::Failed:
        return Tr::tr("failed");
    case RunState::Stopped:
        return Tr::tr("stopped");
    case RunState::Interrupted:
        break;
    }
    return Tr::tr("interrupted");
}

QString loadText(const RunLoad &load)
{
    if (load.samples == 0)
        return Tr::tr("not measured: %1").arg(load.problem);
    QString text =
        Tr::tr("at most %1 other sessions at work at once, %2 on average; longest wait for a lock %3; "
               "%4 of WAL (looked at %5 times)")
            .arg(load.mostSessions)
            .arg(QLocale().toString(load.meanSessions / 100.0, 'f', 1))
            .arg(durationText(load.longestWaitMs), sizeText(load.walBytes))
            .arg(load.samples);
    return load.problem.isEmpty() ? text : text + QStringLiteral(". ") + load.problem;
}

} // namespace masclet
