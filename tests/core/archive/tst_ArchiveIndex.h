#pragma once

#include <QObject>

class tst_ArchiveIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIndexComesBackFromJsonAsItWas();
    void namesThatAreNotUtf8ComeBack();
    void contradictionsAreRefused_data();
    void contradictionsAreRefused();
    void aLargeIndexIsReadQuickly();
};
