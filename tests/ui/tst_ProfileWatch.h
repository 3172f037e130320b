#pragma once

#include <QObject>

/// What the main window knows of its profiles, and when it has to say that it knows nothing.
class tst_ProfileWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfTheProfileBeforeStaysWhenOneCannotBeRead();
    void anAlarmOfAProfileThatIsNotShownIsSeen();
    void theDesktopIsToldWhatIsNew();
    void aRepositoryThatIsLostTurnsItsDotGrey();
    void theHistoryIsReadAlsoWhereTheOverviewCannotBe();
    void daysNobodySignedLeadToTheirChecklist();
    void aKeptDatabaseCanComeBack();
    void aDiskThatIsSilentTakesTheVerdictAway();
};
