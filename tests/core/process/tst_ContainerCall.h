#pragma once

#include <QObject>

class tst_ContainerCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClientGetsEverythingButTheSecret();
    void theProgramRunsInsideAndReadsThePassword_K05_data();
    void theProgramRunsInsideAndReadsThePassword_K05();
    void whatNoServiceFileHoldsIsRefused_data();
    void whatNoServiceFileHoldsIsRefused();
    void inputGoesInside();
};
