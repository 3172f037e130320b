#pragma once

#include <QObject>

class tst_TablePicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsNameTheirTables_data();
    void statementsNameTheirTables();
    void columnsAreRead_data();
    void columnsAreRead();
    void cellsAreWhatTheServerWrote_data();
    void cellsAreWhatTheServerWrote();
    void aTableIsPickedOutOfADump_data();
    void aTableIsPickedOutOfADump();
    void columnsOfAllTablesAreKnown();
    void whatIsHugeIsCut();
};
