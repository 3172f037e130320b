#pragma once

#include <QObject>

class tst_Documents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCommittedDocumentsAreCurrent_data();
    void theCommittedDocumentsAreCurrent();
    void theManPageHasNoErrors();
    void bashCompletesVerbsFlagsAndValues_data();
    void bashCompletesVerbsFlagsAndValues();
};
