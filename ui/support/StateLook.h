#pragma once

#include "core/checks/Check.h"
#include "core/checks/Status.h"
#include "core/repository/Manifest.h"
#include "core/repository/RetentionPolicy.h"
#include "core/repository/RunRecord.h"
#include "ui/support/Theme.h"

#include <QIcon>
#include <QString>

namespace masclet
{

/// How a state is shown everywhere: colour, icon and word together.
struct StateLook {
    Tone tone = Tone::Neutral;
    QString icon;
    QString word;

    QIcon picture() const;
};

StateLook lookOf(SetState state);
StateLook lookOf(RunState state);
StateLook lookOf(CheckResult result);
StateLook lookOf(StatusLevel level);
StateLook lookOf(RetentionVerdict verdict);

/// "Backup" for the verb "backup": runs as people call them.
QString verbText(const QString &verb);
/// "Database" for the kind "db".
QString kindText(const QString &kind);
QString kindIcon(const QString &kind);
/// "by hand", "by schedule".
QString triggerText(const QString &trigger);

} // namespace masclet
