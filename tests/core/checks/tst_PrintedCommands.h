#pragma once

#include <QObject>

class tst_PrintedCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shellReadsBackEveryWord_data();
    void shellReadsBackEveryWord();
    void theSeedsOwnCommandFindsWhatTheCheckPasses_data();
    void theSeedsOwnCommandFindsWhatTheCheckPasses();
    void eachFormatHasItsOwnTool_data();
    void eachFormatHasItsOwnTool();
    void theExpectedArchiveHasTheFormatsName();
};
