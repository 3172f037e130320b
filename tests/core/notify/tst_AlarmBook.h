#pragma once

#include <QObject>

class tst_AlarmBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alarmsAndNotesComeBack();
    void onlyOneHasItAtATime();
    void aBrokenFileBeginsAnewAndIsSaid();
};
