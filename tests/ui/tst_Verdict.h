#pragma once

#include <QObject>

/// What the main window says of a profile at the top, and where its one button leads.
class tst_Verdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theButtonMendsWhatTheSentenceSays_data();
    void theButtonMendsWhatTheSentenceSays();
    void whatNothingMendsHasNoButton();
    void aMissingScheduleHasTheWayToIt();
    void theNewestSetIsVerifiedWhateverRowIsSelected();
    void theRunThatFailedIsSelected();
    void aHoldIsLiftedByTheOneWhoLooked();
    void aHoldStaysWhenItIsLeft();
    void aHoldThatNobodySawStays();
    void anAlarmIsPutRightAndLeavesTheWindow();
    void aTileTellsAgeStateAndSize();
    void aTileTellsWhatIsLeftOutOrMissing();
    void withoutABackupTheFirstOneIsOffered();
    void theWelcomeLeadsToAProfile();
    void aboutNamesVersionAndLicences();
};
