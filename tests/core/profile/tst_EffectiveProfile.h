#pragma once

#include <QObject>

class tst_EffectiveProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void libpqsVariablesFillOnlyWhatTheFileLeavesOut();
    void ourOwnVariablesWinOverTheFile();
    void flagsWinOverEverything();
    void aBadVariableIsConfigAndNamesIt();
    void aBadFlagIsUsageAndNamesIt();
    void aProfileWithoutDatabaseOrRepositoryIsNotComplete();
    void aFolderOfPgDumpCannotBeEncrypted();
};
