#pragma once

#include <QObject>

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpListsEveryVerbAndEveryExitCode();
    void everyVerbHasItsOwnHelp_data();
    void everyVerbHasItsOwnHelp();
    void helpOfAGroupShowsItsVerbsOnly();
    void everyOptionIsAFlagOfProfileSet_data();
    void everyOptionIsAFlagOfProfileSet();
    void wrongUsageIsTwoAndSaysHowToGetHelp_data();
    void wrongUsageIsTwoAndSaysHowToGetHelp();
    void jsonErrorsAreOneDocumentOnStandardOutput();
    void commonArgumentsWorkBeforeAndAfterTheVerb();
    void aRelativePathIsSeenFromTheCurrentFolder();
    void versionIsOneLine();
};
