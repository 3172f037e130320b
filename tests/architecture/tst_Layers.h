#pragma once

#include <QObject>

class tst_Layers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesKeepTheOrder();
    void noMachinePathsOrAddresses();
    void topLevelIsClosed();
    void badSamplesAreFound_data();
    void badSamplesAreFound();
    void goodSamplesPass_data();
    void goodSamplesPass();
    void badTextsAreFound();
};
