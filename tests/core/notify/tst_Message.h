#pragma once

#include <QObject>

class tst_Message : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFailureSaysWhatToDoAndHowToAnswer();
    void theGravestGivesTheSubject();
    void secretsAndControlCharactersStayHere();
    void theLadderIsPrintedWithoutSecrets();
};
