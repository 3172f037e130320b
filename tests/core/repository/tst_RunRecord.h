#pragma once

#include <QObject>

class tst_RunRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBackEqual();
    void recordsOfFormerVersionsAreRead();
    void brokenRecordsAreRefused_data();
    void brokenRecordsAreRefused();
    void idsSortByTimeAndDiffer();
    void toolOutputIsCut();
};
