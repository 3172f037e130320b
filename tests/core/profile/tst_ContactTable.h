#pragma once

#include <QObject>

class tst_ContactTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsDeclared();
    void contactsRoundTripThroughTheFile();
    void whatCannotBeUsedIsRefused_data();
    void whatCannotBeUsedIsRefused();
    void mailNeedsAServer();
    void aTokenInAnAddressIsNotShown();
};
