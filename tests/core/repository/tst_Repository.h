#pragma once

#include <QObject>

class tst_Repository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initMakesWhatOpenReads();
    void initLeavesARepositoryAsItIs();
    void initKeepsForeignFiles();
    void aLostMarkerIsNotMadeAnew();
    void withoutAMarkerNothingIsWritten();
    void aBrokenMarkerIsRefused_data();
    void aBrokenMarkerIsRefused();
    void pathsThatCannotBeShownAreRefused_data();
    void pathsThatCannotBeShownAreRefused();
    void oddButHonestPathsWork_data();
    void oddButHonestPathsWork();
    void preflightSaysWhatIsFree();
    void preflightRefusesTooLittleSpace();
    void preflightRefusesAFileSystemWithoutInodes();
    void preflightRefusesWhatEverybodyMayWrite();
    void preflightNamesAGroupAndAForeignOwner();
    void preflightRefusesLinksAndOtherFileSystems();
    void preflightRefusesAReadOnlyPlace();
    void preflightFailsWhenTheProbeFails_data();
    void preflightFailsWhenTheProbeFails();
    void preflightTellsWhatTheMountLacks();
    void preflightSeesAReplacedFolder();
};
