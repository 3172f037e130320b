#pragma once

#include <QObject>

class tst_StateInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBackEqual();
    void onlyChosenSettingsAreFacts();
    void rulesAreNumberedByTheirOrder();
    void withoutAServerTheMachineIsLeft();
    void everyProgramAndTableHasAFile();
    void brokenInventoriesAreRefused_data();
    void brokenInventoriesAreRefused();
};
