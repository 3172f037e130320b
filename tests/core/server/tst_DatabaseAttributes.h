#pragma once

#include <QObject>

class tst_DatabaseAttributes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grantsAreReadFromTheServersText_data();
    void grantsAreReadFromTheServersText();
    void otherRolesTakeTheirPlaces();
    void otherTextIsNoGrant_data();
    void otherTextIsNoGrant();
};
