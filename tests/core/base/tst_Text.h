#pragma once

#include <QObject>

class tst_Text : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreignTextStaysOnOneLine();
    void sizesAreParsedAndShown_data();
    void sizesAreParsedAndShown();
    void sizesAreShownInPowersOf1024_data();
    void sizesAreShownInPowersOf1024();
    void durationsAreParsed();
    void cutTextKeepsWholeCharacters();
    void logLinesCannotBeInjected();
    void everyErrorKindHasItsOwnRow();
    void jsonRefusesWhatQtAccepts_data();
    void jsonRefusesWhatQtAccepts();
    void secretsWipeTheirSource();
    void secretsShareOneBuffer();
    void sha256MatchesTheKnownVector();
    void sha256InPiecesIsThatOfTheWhole();
    void logLevelsHaveStableNames();
};
