#pragma once

#include <QObject>

class tst_DatabaseFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesKeepTheirBytes_data();
    void namesKeepTheirBytes();
    void malformedNamesAreRefused_data();
    void malformedNamesAreRefused();
    void factsComeBackEqual();
    void tamperedFactsAreRefused_data();
    void tamperedFactsAreRefused();
};
