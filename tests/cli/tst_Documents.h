#pragma once

#include <QObject>

class tst_Documents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCommittedDocumentsAreCurrent_data();
    void theCommittedDocumentsAreCurrent();
    void theReadmeHasTheExitCodesOfTheProgram();
    void verbsTellOfExitCodesThatAreTheirs_data();
    void verbsTellOfExitCodesThatAreTheirs();
    void theManPageHasNoErrors();
    void bashCompletesVerbsFlagsAndValues_data();
    void bashCompletesVerbsFlagsAndValues();
};
