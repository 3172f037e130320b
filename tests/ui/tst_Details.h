#pragma once

#include <QObject>

class tst_Details : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phasesStandWithTheirTimes();
    void theChecklistOfItsDayStandsBesideASet();
    void aSetThatNoChecklistLookedAtHasNoSuchTab();
    void whatABackupCostTheServerIsTold();
    void aSetIsExportedFromItsDetails();
};
