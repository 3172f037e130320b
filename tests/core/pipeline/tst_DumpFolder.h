#pragma once

#include <QObject>

class tst_DumpFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyPgDumpsNamesAreMembers_data();
    void onlyPgDumpsNamesAreMembers();
    void whatLiesThereIsWhatIsListed();
    void everyDifferenceIsNamed_G12_data();
    void everyDifferenceIsNamed_G12();
    void changesAfterTheLookAreSeen_R11();
    void pgRestoreCanWriteNowhere_G13();
};
