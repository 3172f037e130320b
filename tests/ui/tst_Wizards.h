#pragma once

#include <QObject>

class tst_Wizards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDumpIsLookedForInTheBackground();
    void theFolderOfADumpCanBeChosen();
    void whetherARestoreTestFollowsIsSaidInWords();
};
