#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

/// The night everything else is gone: a machine with Debian's programs, a fresh server, and the repository.
class tst_EmptyMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSetOfAllKindsComesBack_data();
    void aSetOfAllKindsComesBack();
};
