#pragma once

#include <QObject>

/// Three years of nights with random faults, on a clock of the test's own: what is due, what stays, and who
/// is told, by the same pure functions that the program decides with.
class tst_ThousandNights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFaultlessDayGetsOneGoodBackup_data();
    void eachFaultlessDayGetsOneGoodBackup();
};
