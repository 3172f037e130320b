#pragma once

#include <QObject>

class tst_Json : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizeLimitIsKept();
    void depthLimitIsKept_data();
    void depthLimitIsKept();
    void kindOfTheErrorIsTheCallers();
    void randomDamageNeverCrashes();
};
