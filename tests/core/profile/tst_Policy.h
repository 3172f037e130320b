#pragma once

#include <QObject>

class tst_Policy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAFileEverybodyMay();
    void whoIsNamedMayAndNobodyElse_data();
    void whoIsNamedMayAndNobodyElse();
    void whatIsNotUnderstoodStopsEverybody_data();
    void whatIsNotUnderstoodStopsEverybody();
    void theFileMustBeRootsAlone();
};
