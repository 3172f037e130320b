#pragma once

#include <QObject>

class tst_RoleStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolesAreReadFromStatements_data();
    void rolesAreReadFromStatements();
};
