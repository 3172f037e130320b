#pragma once

#include <QObject>

class tst_HistoryPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsAndRunsThatDidNotEndWellAreShown();
    void otherProfilesAndRepositoriesAreLeftOut();
    void aSetWithABrokenManifestGoesByItsName();
    void rowsAreFilteredByStateKindAndText();
    void textIsSearchedAsItIs();
    void rowsAreSortedAndCut();
    void rowsComeBackInTheOrderAsked();
    void aSetIsComparedWithTheMedianBeforeIt();
    void readingMakesNoFile();
    void textsSortWithTheNewestFirstAmongEquals();
};
