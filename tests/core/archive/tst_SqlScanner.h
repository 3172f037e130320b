#pragma once

#include <QObject>

class tst_SqlScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRealDumpOfOddObjectsIsUnderstood();
    void tablesAreAsWideAsTheServerAllows_D19_data();
    void tablesAreAsWideAsTheServerAllows_D19();
    void everyCutOfADumpIsIncomplete_G09();
    void endsOfDumpsAreJudged_data();
    void endsOfDumpsAreJudged();
    void sectionsAreFoundWithoutComments();
    void severalBlocksOfATableAreOneTable();
    void contentIsEqualWhateverKeysAndComments();
    void contentDiffersWhenDataDoes_data();
    void contentDiffersWhenDataDoes();
    void psqlCommandsOfForeignFilesAreKept();
    void chunksDoNotChangeTheReport();
};
