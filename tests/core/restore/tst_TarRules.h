#pragma once

#include <QObject>

class tst_TarRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOurBackupsHoldIsTaken();
    void whatCouldLandElsewhereIsRefused_data();
    void whatCouldLandElsewhereIsRefused();
    void theProgramsOwnFilesAreToldFromThoseOfTheMachine();
};
