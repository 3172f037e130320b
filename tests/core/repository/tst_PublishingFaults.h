#pragma once

#include <QObject>

class tst_PublishingFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtEveryCallTheSetIsWholeOrGone();
    void everyFailingCallLeavesTheSetWholeOrGone_data();
    void everyFailingCallLeavesTheSetWholeOrGone();
    void foldersThatCannotBeSyncedAreAWarning();
    void aMountWithoutRenameFlagsIsAWarning();
};
