#pragma once

#include <QObject>

class tst_PathProposal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatExistsIsProposed();
    void composeFilesBringTheirEnvironment();
    void givenPathsStay();
    void kindsThatAreLeftOutGetNothing();
    void anEmptyMachineGetsNothing();
};
