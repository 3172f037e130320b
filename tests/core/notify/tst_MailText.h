#pragma once

#include <QObject>

class tst_MailText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subjectAndBodyKeepEveryCharacter();
    void noTextCanWriteAHeaderOfItsOwn();
};
