#pragma once

#include <QObject>

class tst_SpaceCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twiceTheLargestSetAndTheRestMustBeFree_data();
    void twiceTheLargestSetAndTheRestMustBeFree();
    void oneDiskIsAWarning_data();
    void oneDiskIsAWarning();
    void unknownSpaceIsNotChecked();
    void diskFactsAreThoseOfTheOpenFolder();
    void dataPlaceComparesDevices();
};
