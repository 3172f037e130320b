#pragma once

#include <QObject>
#include <QUrl>

/// Which rows of the history are shown, and what can be done with one.
class tst_HistoryFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListShowsSetsProblemsOrEverything();
    void aStateIsPicked();
    void aKindIsPicked();
    void theSearchFindsNameAuthorAndProblem();
    void whatMatchesNothingSaysSo();
    void filtersStayWithTheNextProfile();
    void theMenuActsOnTheRowUnderIt();
    void theMenuOpensByTheKeyboard();
    void aPinIsSetAndLifted();
    void theCommandsOfTheMenuDoTheSame();
    void theFolderOfTheSetIsOpened();

private:
    Q_INVOKABLE void takeUrl(const QUrl &url) { m_opened = url; }

    QUrl m_opened;
};
