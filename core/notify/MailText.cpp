#include "core/notify/MailText.h"

#include "core/base/Text.h"

#include <QLocale>

namespace masclet
{

namespace
{

/// RFC 2047: encoded words of at most 75 characters, never cut inside a character.
QByteArray encodedWords(const QString &text)
{
    constexpr qsizetype longestWord = 39; // bytes: with the header's name a line of at most 76
    QByteArrayList words;
    QByteArray word;
    for (const char32_t c : oneLine(text, 200).toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&c, 1).toUtf8();
        if (word.size() + bytes.size() > longestWord) {
            words << "=?UTF-8?B?" + word.toBase64() + "?=";
            word.clear();
        }
        word += bytes;
    }
    words << "=?UTF-8?B?" + word.toBase64() + "?=";
    return words.join("\r\n ");
}

/// "Tue, 18 Feb 2025 01:00:00 +0000", whatever the language.
QByteArray dateText(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() +
           " +0000";
}

} // namespace

QByteArray mailBytes(const MailText &mail)
{
    constexpr qsizetype lineLength = 76;
    QByteArray text = "From: " + mail.from.toLatin1() + "\r\nTo: " + mail.to.toLatin1() +
                      "\r\nSubject: " + encodedWords(mail.subject) + "\r\nDate: " + dateText(mail.time) +
                      "\r\nMessage-ID: <" + mail.messageId.toLatin1() +
                      ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
                      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    const QByteArray body =
        QString(mail.body).replace(QChar(u'\n'), QStringLiteral("\r\n")).toUtf8().toBase64();
    for (qsizetype at = 0; at < body.size(); at += lineLength)
        text += body.mid(at, lineLength) + "\r\n";
    return text;
}

} // namespace masclet
