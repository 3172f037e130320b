#pragma once

#include <QObject>

class tst_ToolLocator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionsAreParsed_data();
    void versionsAreParsed();
    void theNearestFittingClientIsChosen_data();
    void theNearestFittingClientIsChosen();
    void aClientOlderThanTheServerIsRefusedWithTheWayOut();
    void noClientAtAllIsExplained();
    void onlyTheProfilesFolderIsUsedWhenGiven();
    void wrappersBrokenToolsAndOpenFoldersAreNotTaken();
    void pgRestoreIsOfTheDumpsMajorOrTheNearestNewer();
    void serverProgramsMustBeOfTheVeryMajor();
    void toolsInAContainerAreTheOnlyOnesForADump();
    void aContainersPgRestoreIsTheLastChoice();
    void oldMinorsAreWarnedAbout();
    void stoppingEndsTheSearch();
};
