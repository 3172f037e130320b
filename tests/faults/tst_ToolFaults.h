#pragma once

#include <QObject>

/// Client tools that are too old, or have holes that are known.
class tst_ToolFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toolsOlderThanTheServerAreRefused_D09();
    void theToolsGetInWhereOurSessionDoes_K09();
    void toolsWithKnownHolesAreAWarning_SR1();
};
