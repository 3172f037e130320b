#pragma once

#include <QObject>

class tst_SandboxLocales : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsBuiltForLocalesTheMachineHas();
    void namesAreFoundInTheListOfGlibc_data();
    void namesAreFoundInTheListOfGlibc();
    void hostileAndForeignNamesAreRefused_data();
    void hostileAndForeignNamesAreRefused();
};
