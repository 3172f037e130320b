#include "tests/support/NetServers.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

namespace masclet::test
{

namespace
{

/// Hands out sockets that can be encrypted.
class Listener final : public QTcpServer
{
    void incomingConnection(qintptr handle) override
    {
        auto *const socket = new QSslSocket(this);
        socket->setSocketDescriptor(handle);
        addPendingConnection(socket);
    }
};

constexpr int slice = 20;

/// The value of a header that may go over several lines.
QByteArray headerOf(const QByteArray &data, const QByteArray &name)
{
    const QByteArray head =
        '\n' + data.left(data.indexOf("\r\n\r\n")).replace("\r\n ", " ").replace("\r", "");
    const qsizetype at = head.indexOf('\n' + name + ": ");
    if (at < 0)
        return {};
    const qsizetype begin = at + name.size() + 3;
    return head.mid(begin, head.indexOf('\n', begin) < 0 ? -1 : head.indexOf('\n', begin) - begin);
}

} // namespace

Certificate::Certificate()
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                   QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                   QStringLiteral("-days"), QStringLiteral("3650"), QStringLiteral("-subj"),
                   QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=IP:127.0.0.1"), QStringLiteral("-keyout"), keyFile(),
                   QStringLiteral("-out"), file()});
    openssl.waitForFinished(-1);
}

NetServer::NetServer(const Certificate *certificate)
    : m_certificate(certificate)
{
}

NetServer::~NetServer() = default;

void NetServer::begin()
{
    start();
    while (m_port == 0)
        QThread::yieldCurrentThread();
}

void NetServer::end()
{
    m_ending = true;
    wait();
}

void NetServer::run()
{
    Listener listener;
    listener.listen(QHostAddress::LocalHost);
    m_port = listener.serverPort();
    while (!m_ending) {
        if (!listener.waitForNewConnection(slice))
            continue;
        QTcpSocket *const socket = listener.nextPendingConnection();
        serve(*socket);
        socket->flush();
        if (socket->state() == QAbstractSocket::ConnectedState) {
            socket->disconnectFromHost();
            if (socket->state() != QAbstractSocket::UnconnectedState)
                socket->waitForDisconnected(1000);
        }
        delete socket;
    }
}

QByteArray NetServer::line(QTcpSocket &socket) const
{
    while (!socket.canReadLine()) {
        if (m_ending ||
            (!socket.waitForReadyRead(slice) && socket.state() != QAbstractSocket::ConnectedState))
            return {};
    }
    return socket.readLine().replace("\r\n", "");
}

bool NetServer::encrypt(QTcpSocket &socket) const
{
    auto &ssl = static_cast<QSslSocket &>(socket);
    QFile key(m_certificate->keyFile());
    if (!key.open(QIODevice::ReadOnly))
        return false;
    ssl.setPrivateKey(QSslKey(&key, QSsl::Ec));
    ssl.setLocalCertificateChain(QSslCertificate::fromPath(m_certificate->file()));
    ssl.setPeerVerifyMode(QSslSocket::VerifyNone);
    ssl.startServerEncryption();
    return ssl.waitForEncrypted(5000);
}

void NetServer::sleepUntilEnd() const
{
    while (!m_ending)
        QThread::msleep(slice);
}

QString ReceivedMail::subject() const
{
    static const QRegularExpression word(QStringLiteral("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]*)\\?="));
    QByteArray text;
    auto words = word.globalMatch(QString::fromLatin1(headerOf(data, "Subject")));
    while (words.hasNext())
        text += QByteArray::fromBase64(words.next().captured(1).toLatin1());
    return QString::fromUtf8(text);
}

QString ReceivedMail::body() const
{
    return QString::fromUtf8(QByteArray::fromBase64(data.mid(data.indexOf("\r\n\r\n") + 4)));
}

MailServer::MailServer(Manner manner, const Certificate *certificate)
    : NetServer(certificate)
    , m_manner(manner)
{
    begin();
}

QList<ReceivedMail> MailServer::mails() const
{
    const QMutexLocker guard(&m_mutex);
    return m_mails;
}

void MailServer::serve(QTcpSocket &socket)
{
    const Manner manner = m_manner;
    if (manner == Manner::Hangs)
        return sleepUntilEnd();
    ReceivedMail mail;
    mail.encrypted = manner == Manner::Tls;
    if (mail.encrypted && !encrypt(socket))
        return;
    const auto say = [&](const QByteArray &text) {
        socket.write(text + "\r\n");
        socket.waitForBytesWritten(5000);
    };
    say("220 mail.test ESMTP");
    for (QByteArray command = line(socket); !command.isEmpty(); command = line(socket)) {
        const QByteArray verb = command.left(4).toUpper();
        if (verb == "EHLO") {
            const bool offers = manner == Manner::StartTls || manner == Manner::RefusesLogin;
            say(QByteArray("250-mail.test\r\n") + (offers && !mail.encrypted ? "250-STARTTLS\r\n" : "") +
                "250 AUTH PLAIN");
        } else if (verb == "STAR") {
            say("220 go on");
            if (!encrypt(socket))
                return;
            mail.encrypted = true;
        } else if (verb == "AUTH") {
            mail.login = QByteArray::fromBase64(command.mid(command.lastIndexOf(' ') + 1));
            if (command.count(' ') < 2) {
                say("334 ");
                mail.login = QByteArray::fromBase64(line(socket));
            }
            say(manner == Manner::RefusesLogin ? "535 no" : "235 yes");
        } else if (verb == "MAIL") {
            mail.from = QString::fromLatin1(command.mid(11).chopped(1));
            say("250 good");
        } else if (verb == "RCPT") {
            mail.to << QString::fromLatin1(command.mid(9).chopped(1));
            say("250 good");
        } else if (verb == "DATA") {
            say("354 go on");
            for (QByteArray text = line(socket); text != "." && !isEnding(); text = line(socket)) {
                mail.data += text + "\r\n";
                if (socket.state() != QAbstractSocket::ConnectedState && !socket.canReadLine())
                    return;
            }
            const QMutexLocker guard(&m_mutex);
            m_mails << mail;
            say("250 taken");
        } else if (verb == "QUIT") {
            say("221 bye");
            return;
        } else {
            say("502 what?");
        }
    }
}

WebServer::WebServer(Manner manner, const Certificate *certificate)
    : NetServer(certificate)
    , m_manner(manner)
    , m_encrypted(certificate != nullptr)
{
    begin();
}

QString WebServer::url(const QString &path) const
{
    return QStringLiteral("%1://127.0.0.1:%2%3")
        .arg(m_encrypted ? QStringLiteral("https") : QStringLiteral("http"))
        .arg(port())
        .arg(path);
}

QList<ReceivedCall> WebServer::calls() const
{
    const QMutexLocker guard(&m_mutex);
    return m_calls;
}

void WebServer::serve(QTcpSocket &socket)
{
    if (m_manner == Manner::Hangs)
        return sleepUntilEnd();
    if (m_encrypted && !encrypt(socket))
        return;
    const QByteArrayList first = line(socket).split(' ');
    if (first.size() < 3)
        return;
    ReceivedCall call{first[0], first[1], {}, {}};
    qsizetype length = 0;
    for (QByteArray header = line(socket); !header.isEmpty(); header = line(socket)) {
        const QByteArray value = header.mid(header.indexOf(':') + 1).trimmed();
        if (header.toLower().startsWith("content-length:"))
            length = value.toLongLong();
        if (header.toLower().startsWith("content-type:"))
            call.contentType = value;
    }
    while (call.body.size() < length && !isEnding()) {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(slice) &&
            socket.state() != QAbstractSocket::ConnectedState)
            return;
        call.body += socket.read(length - call.body.size());
    }
    {
        const QMutexLocker guard(&m_mutex);
        m_calls << call;
    }
    socket.write("HTTP/1.1 " + QByteArray::number(m_code) +
                 " Answer\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    socket.waitForBytesWritten(5000);
}

} // namespace masclet::test
