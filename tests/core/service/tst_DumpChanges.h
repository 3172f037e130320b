#pragma once

#include <QObject>

class tst_DumpChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameDumpsHaveNoChanges();
    void tablesThatCameWentShrankAndGrewAreFound();
    void columnsAreCompared();
    void unknownColumnsAreNotCompared();
};
