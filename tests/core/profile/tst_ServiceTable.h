#pragma once

#include <QObject>

class tst_ServiceTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsFullyDeclared();
    void servicesRoundTripThroughTheFile();
    void aFileWithoutServicesShowsTheKeysAsComments();
    void refusesABrokenServiceNamingItsLine_data();
    void refusesABrokenServiceNamingItsLine();
    void unitNamesFollowTheRule_data();
    void unitNamesFollowTheRule();
};
