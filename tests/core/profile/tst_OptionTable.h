#pragma once

#include <QObject>

class tst_OptionTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfTheProfileHasARow();
    void everyOptionIsFullyDeclared_data();
    void everyOptionIsFullyDeclared();
    void everyOptionRoundTripsThroughTextFileAndProfile_data();
    void everyOptionRoundTripsThroughTextFileAndProfile();
    void flagsAndPathsAreUnique();
    void refusesValuesOutsideOfWhatIsAllowed_data();
    void refusesValuesOutsideOfWhatIsAllowed();
    void acceptsValuesAtTheEdge_data();
    void acceptsValuesAtTheEdge();
    void exactTextsLoseNothing();
};
