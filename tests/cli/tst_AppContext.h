#pragma once

#include <QObject>

/// Where the program keeps its things, by user and environment.
class tst_AppContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersFollowUserAndEnvironment_data();
    void foldersFollowUserAndEnvironment();
};
