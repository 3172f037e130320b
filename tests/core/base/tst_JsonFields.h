#pragma once

#include <QObject>

class tst_JsonFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsThere();
    void refusesWhatIsMissingWrongOrSurplus_data();
    void refusesWhatIsMissingWrongOrSurplus();
    void theFirstProblemIsTheOneReported();
};
