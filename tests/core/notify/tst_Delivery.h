#pragma once

#include <QObject>

class tst_Delivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailIsEncryptedAndComesWhole_data();
    void mailIsEncryptedAndComesWhole();
    void aServerWithoutEncryptionGetsNothing();
    void plainMailGoesOutWhenAskedForByName();
    void aWrongCertificateIsRefusedInItsOwnWords_data();
    void aWrongCertificateIsRefusedInItsOwnWords();
    void aRefusedLoginSaysSo();
    void thePasswordFileMustBePrivate();
    void webhooksGetTheDocument();
    void anAnswerThatIsNoYesIsAFailureWithoutTheToken();
    void commandsGetTheDocumentAndNoShell();
    void aHangingServerOrProgramIsLeftAtTheLimit();
    void aStopEndsItAtOnce();
    void oneThatFailsTakesNothingFromTheOthers();
};
