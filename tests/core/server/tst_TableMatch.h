#pragma once

#include <QObject>

class tst_TableMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesMeanOneTable_data();
    void namesMeanOneTable();
    void unknownAndAmbiguousNamesAreRefused_data();
    void unknownAndAmbiguousNamesAreRefused();
};
