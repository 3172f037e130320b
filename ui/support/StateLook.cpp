#include "ui/support/StateLook.h"

#include "core/service/PeopleText.h"
#include "ui/support/Icons.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StateLook)
};

} // namespace

QIcon StateLook::picture() const
{
    return masclet::icon(icon, tone);
}

StateLook lookOf(SetState state)
{
    switch (state) {
    case SetState::Complete:
        return {Tone::Warn, QStringLiteral("circle-minus"), stateText(state)};
    case SetState::Verified:
        return {Tone::Good, QStringLiteral("circle-check"), stateText(state)};
    case SetState::RestoreTested:
        return {Tone::Good, QStringLiteral("shield-check"), stateText(state)};
    case SetState::Damaged:
        break;
    }
    return {Tone::Bad, QStringLiteral("shield-x"), stateText(state)};
}

StateLook lookOf(RunState state)
{
    switch (state) {
    case RunState::Running:
        return {Tone::Busy, QStringLiteral("loader"), stateText(state)};
    case RunState::Ok:
        return {Tone::Good, QStringLiteral("circle-check"), stateText(state)};
    case RunState::Warnings:
        return {Tone::Warn, QStringLiteral("triangle-alert"), stateText(state)};
    case RunState::Failed:
        return {Tone::Bad, QStringLiteral("circle-x"), stateText(state)};
    case RunState::Stopped:
        return {Tone::Unknown, QStringLiteral("square"), stateText(state)};
    case RunState::Interrupted:
        break;
    }
    return {Tone::Bad, QStringLiteral("triangle-alert"), stateText(state)};
}

StateLook lookOf(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return {Tone::Good, QStringLiteral("circle-check"), titleOf(result)};
    case CheckResult::Warn:
        return {Tone::Warn, QStringLiteral("triangle-alert"), titleOf(result)};
    case CheckResult::Fail:
        return {Tone::Bad, QStringLiteral("circle-x"), titleOf(result)};
    case CheckResult::NotChecked:
        break;
    }
    return {Tone::Unknown, QStringLiteral("circle-question-mark"), titleOf(result)};
}

StateLook lookOf(StatusLevel level)
{
    switch (level) {
    case StatusLevel::Ok:
        return {Tone::Good, QStringLiteral("shield-check"), Tr::tr("Protected")};
    case StatusLevel::Warning:
        return {Tone::Warn, QStringLiteral("shield-alert"), Tr::tr("Needs attention")};
    case StatusLevel::Critical:
        return {Tone::Bad, QStringLiteral("shield-x"), Tr::tr("Not protected")};
    case StatusLevel::Unknown:
        break;
    }
    return {Tone::Unknown, QStringLiteral("shield-question-mark"), Tr::tr("Could not check")};
}

StateLook lookOf(RetentionVerdict verdict)
{
    switch (verdict) {
    case RetentionVerdict::Keep:
        return {Tone::Good, QStringLiteral("circle-check"), Tr::tr("kept")};
    case RetentionVerdict::Delete:
        return {Tone::Bad, QStringLiteral("trash-2"), Tr::tr("will be deleted")};
    case RetentionVerdict::NotConsidered:
        break;
    }
    return {Tone::Unknown, QStringLiteral("circle-minus"), Tr::tr("not considered")};
}

QString verbText(const QString &verb)
{
    if (verb == QStringLiteral("backup"))
        return Tr::tr("Backup");
    if (verb == QStringLiteral("verify"))
        return Tr::tr("Verification");
    if (verb == QStringLiteral("restore-test"))
        return Tr::tr("Restore test");
    if (verb == QStringLiteral("restore"))
        return Tr::tr("Restore");
    if (verb == QStringLiteral("restore-undo"))
        return Tr::tr("Restore undone");
    if (verb == QStringLiteral("restore-file"))
        return Tr::tr("Restore of another dump");
    if (verb == QStringLiteral("drop-kept"))
        return Tr::tr("Kept database dropped");
    if (verb == QStringLiteral("retention"))
        return Tr::tr("Retention");
    return verb;
}

QString kindText(const QString &kind)
{
    if (kind == QStringLiteral("db"))
        return Tr::tr("Database");
    if (kind == QStringLiteral("config"))
        return Tr::tr("Configuration");
    if (kind == QStringLiteral("logs"))
        return Tr::tr("Logs");
    if (kind == QStringLiteral("state"))
        return Tr::tr("System state");
    return kind;
}

QString kindIcon(const QString &kind)
{
    if (kind == QStringLiteral("config"))
        return QStringLiteral("file-cog");
    if (kind == QStringLiteral("logs"))
        return QStringLiteral("scroll-text");
    if (kind == QStringLiteral("state"))
        return QStringLiteral("monitor-cog");
    return QStringLiteral("database");
}

QString triggerText(const QString &trigger)
{
    if (trigger == QStringLiteral("manual"))
        return Tr::tr("by hand");
    if (trigger == QStringLiteral("schedule"))
        return Tr::tr("by schedule");
    return trigger;
}

} // namespace masclet
