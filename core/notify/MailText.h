#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace masclet
{

struct MailText {
    QString from;
    QString to;
    QString subject;
    QString body;
    QString messageId; ///< unique, without angle brackets
    QDateTime time;
};

/// The mail as SMTP takes it: head of RFC 5322, body as UTF-8 in base64. Nothing in subject or body can end a
/// line of the head. Pure.
QByteArray mailBytes(const MailText &mail);

} // namespace masclet
