#pragma once

#include <QObject>

class tst_RestoreSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPromisedBackupThatWasNotMadeKeepsTheDatabase();
};
