#pragma once

#include <QObject>

class tst_StoredStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodFileComesOutWhole_data();
    void aGoodFileComesOutWhole();
    void everyFlippedByteIsSeen_G03();
    void everyCutAndEveryTailIsSeen_G01_G04();
    void anotherGoodFileIsRefused_X03();
    void zerosAreNoBomb();
    void stopEndsIt();
};
