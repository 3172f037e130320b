#pragma once

#include <QObject>

class tst_StrictGunzip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodFilesComeOutWhole_data();
    void goodFilesComeOutWhole();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void everyCutIsSeen_G01();
    void flipsInDataAndTrailerAreSeen_G03();
    void bombsAreStopped_G08();
    void failureOfTheSinkEndsIt();
};
