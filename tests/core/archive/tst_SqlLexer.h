#pragma once

#include <QObject>

class tst_SqlLexer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsEndWhereTheServerEndsThem_data();
    void statementsEndWhereTheServerEndsThem();
    void rowsEndOnlyAtTheirOwnLine_data();
    void rowsEndOnlyAtTheirOwnLine();
    void copyTargetsAreUnquoted_data();
    void copyTargetsAreUnquoted();
    void kindsOfStatementsAreTold_data();
    void kindsOfStatementsAreTold();
    void psqlCommandsAreReportedWithTheirLine();
    void commentsCountOnlyBetweenStatements();
    void settingsOfTheStreamAreObeyed_data();
    void settingsOfTheStreamAreObeyed();
    void chunksDoNotChangeWhatIsFound_data();
    void chunksDoNotChangeWhatIsFound();
    void whatIsLeftOpenIsTold_data();
    void whatIsLeftOpenIsTold();
    void whatNoDumpContainsIsRefused_data();
    void whatNoDumpContainsIsRefused();
    void aHugeLiteralIsNotBuffered();
    void aFailingConsumerStopsTheLexer();
    void randomTextNeverDependsOnChunks();
};
