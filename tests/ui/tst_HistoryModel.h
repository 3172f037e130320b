#pragma once

#include <QObject>

class tst_HistoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsComePageByPage();
    void aHundredThousandRowsAreThereAtOnceAndPagesOnDemand();
    void newRowsKeepTheSelection();
    void withoutACatalogTheFailureIsTold();
    void everyKindOfRunHasAName();
    void aChangeIsToldInWholePercent_data();
    void aChangeIsToldInWholePercent();
};
