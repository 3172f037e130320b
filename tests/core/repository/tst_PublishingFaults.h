#pragma once

#include <QObject>

class tst_PublishingFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtEveryCallTheSetIsWholeOrGone_data();
    void killedAtEveryCallTheSetIsWholeOrGone();
    void everyFailingCallLeavesTheSetWholeOrGone_data();
    void everyFailingCallLeavesTheSetWholeOrGone();
    void foldersThatCannotBeSyncedAreAWarning();
    void aMountWithoutRenameFlagsIsAWarning_data();
    void aMountWithoutRenameFlagsIsAWarning();
};
