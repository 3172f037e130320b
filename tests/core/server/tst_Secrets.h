#pragma once

#include <QObject>

class tst_Secrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwordsComeBackAsTheyWereSet_K05_data();
    void passwordsComeBackAsTheyWereSet_K05();
    void settingKeepsOtherLinesAndReplacesItsOwn();
    void firstMatchingLineCountsAsInLibpq();
    void filesThatOthersMayReadAreRefused_K06();
    void aLinkedPassFileIsReadAndKept();
    void autoTriesTheStoresInOrder();
    void aNamedStoreIsTheOnlyOneAsked();
    void storesThatCannotBeReadAreCredentialErrors();
    void passwordsThatNoPassFileCanHoldAreRefused_K05();
    void keychainFailuresAreNotPassedOver();
    void aSessionWithoutAKeychainIsPassedOverUnlessItIsNamed_K01();
    void anEmptyKeychainIsToldAsLockedOrWithoutThePassword_K02();
    void anotherServerHasAnotherEntry();
    void whatWasTypedComesBeforeEveryStore();
};
