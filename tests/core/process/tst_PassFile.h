#pragma once

#include <QObject>

class tst_PassFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThePassFileIsInherited();
    void passwordIsNowhereButInThePassFile_SR12();
    void passFileBelongsToTheChildsUser();
    void passFileIsOnDiskWhereProcIsMissing();
    void passLinesAreEscapedAsLibpqReadsThem_K05_data();
    void passLinesAreEscapedAsLibpqReadsThem_K05();
    void passwordWithALineEndIsRefused_K05();
};
