#pragma once

#include <QObject>

class tst_Passwords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPasswordIsTypedRevealedStoredChangedAndRemovedByKeyboard();
    void thePassFileIsAStoreAsWell();
    void aSessionWithoutAKeychainSaysSoAndOffersThePassFile();
    void aKeychainThatFailsIsToldAndNothingIsKept();
    void aStoreThatTheProfileDoesNotReadIsTold();
    void theNewProfilesPageHidesAndShowsWhatIsTyped();
    void whatFollowsFromTheStoresIsTold();
};
