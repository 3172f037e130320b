#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>

class QTcpSocket;

namespace masclet::test
{

/// A key and a certificate of its own for 127.0.0.1, made by openssl; it is its own authority.
class Certificate
{
public:
    Certificate();
    QString file() const { return m_folder.filePath(QStringLiteral("cert.pem")); }
    QString keyFile() const { return m_folder.filePath(QStringLiteral("key.pem")); }

private:
    QTemporaryDir m_folder;
};

/// A server on a free port of 127.0.0.1, on a thread of its own, until the object goes. Serves one connection
/// after the other.
class NetServer : public QThread
{
public:
    ~NetServer() override;
    int port() const { return m_port; }

protected:
    explicit NetServer(const Certificate *certificate);
    /// Comes back when the port is open.
    void begin();
    /// Derived classes call it in their destructors.
    void end();
    virtual void serve(QTcpSocket &socket) = 0;
    bool isEnding() const { return m_ending; }
    /// Blocks for a line, whose end is cut off; empty at the end of the connection.
    QByteArray line(QTcpSocket &socket) const;
    bool encrypt(QTcpSocket &socket) const;
    void sleepUntilEnd() const;

    mutable QMutex m_mutex;

private:
    void run() override;

    const Certificate *m_certificate;
    std::atomic<int> m_port = 0;
    std::atomic<bool> m_ending = false;
};

struct ReceivedMail {
    QString from;
    QStringList to;
    QByteArray data;
    bool encrypted = false;
    QByteArray login; ///< what AUTH PLAIN carried, decoded; empty: none

    QString subject() const; ///< decoded
    QString body() const;    ///< decoded
};

/// Speaks SMTP: EHLO, STARTTLS, AUTH PLAIN, MAIL, RCPT, DATA.
class MailServer final : public NetServer
{
public:
    enum class Manner { StartTls, Tls, Plain, Hangs, RefusesLogin };
    explicit MailServer(Manner manner, const Certificate *certificate = nullptr);
    ~MailServer() override { end(); }
    QList<ReceivedMail> mails() const;
    /// From now on.
    void setManner(Manner manner) { m_manner = manner; }

private:
    void serve(QTcpSocket &socket) override;

    std::atomic<Manner> m_manner;
    QList<ReceivedMail> m_mails;
};

struct ReceivedCall {
    QByteArray method;
    QByteArray path;
    QByteArray contentType;
    QByteArray body;
};

/// Speaks HTTP: takes every request and answers with its code.
class WebServer final : public NetServer
{
public:
    enum class Manner { Answers, Hangs };
    explicit WebServer(Manner manner = Manner::Answers, const Certificate *certificate = nullptr);
    ~WebServer() override { end(); }
    QList<ReceivedCall> calls() const;
    void setCode(int code) { m_code = code; }
    QString url(const QString &path) const;

private:
    void serve(QTcpSocket &socket) override;

    Manner m_manner;
    const bool m_encrypted;
    std::atomic<int> m_code = 200;
    QList<ReceivedCall> m_calls;
};

} // namespace masclet::test
