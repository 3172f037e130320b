#pragma once

#include <QObject>

/// The history, the trend above it and what they select, within the main window.
class tst_HistoryView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheTrendSelectsIsShownThoughTheListLeavesItOut();
    void whatIsInNoListIsShownByItsName();
    void onTheRowOfARunNothingActsOnASet();
    void aCatalogThatCannotBeReadIsTold();
    void aHeaderSortsOrShowsNoArrow();
    void enterGoesToTheDetails();
};
