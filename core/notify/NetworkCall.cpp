#include "core/notify/NetworkCall.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(NetworkCall)
};

constexpr int slice = 100; // milliseconds between two looks at the stop token

struct FreeList {
    void operator()(curl_slist *list) const { ::curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

void add(List &list, const QByteArray &text)
{
    if (curl_slist *longer = ::curl_slist_append(list.get(), text.constData())) {
        (void)list.release();
        list.reset(longer);
    }
}

size_t dropAnswer(char *, size_t size, size_t count, void *)
{
    return size * count;
}

/// Hands out the text of a mail piece by piece.
struct Upload {
    QByteArray text;
    qsizetype done = 0;

    static size_t read(char *place, size_t size, size_t count, void *self)
    {
        auto &upload = *static_cast<Upload *>(self);
        const qsizetype got = std::min(qsizetype(size * count), upload.text.size() - upload.done);
        ::memcpy(place, upload.text.constData() + upload.done, size_t(got));
        upload.done += got;
        return size_t(got);
    }
};

/// One call and everything it needs.
class Call
{
public:
    Call(const QUrl &url, const NetworkLimits &limits);
    ~Call();
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

    template <class Value>
    void set(CURLoption option, Value value)
    {
        ::curl_easy_setopt(m_easy, option, value);
    }
    Result<> run(const std::stop_token &stop);
    long answer() const;

private:
    Error problemOf(CURLcode code) const;

    const NetworkLimits &m_limits;
    QString m_place; ///< "host, port 587"
    CURLM *m_multi;
    CURL *m_easy;
    std::array<char, CURL_ERROR_SIZE> m_words{};
};

Call::Call(const QUrl &url, const NetworkLimits &limits)
    : m_limits(limits)
    , m_place(url.port() < 0 ? url.host() : Tr::tr("%1, port %2").arg(url.host()).arg(url.port()))
{
    static const CURLcode ready = ::curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)ready;
    m_multi = ::curl_multi_init();
    m_easy = ::curl_easy_init();
    set(CURLOPT_URL, url.toEncoded().constData());
    set(CURLOPT_ERRORBUFFER, m_words.data());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // a name server that does not answer must not hold us at the end either
    set(CURLOPT_PROXY, "");      // or libcurl would ask the environment
    set(CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
    set(CURLOPT_TIMEOUT_MS, long(limits.time.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, long(limits.time.count()));
    set(CURLOPT_WRITEFUNCTION, &dropAnswer);
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!limits.certificates.isEmpty())
        set(CURLOPT_CAINFO, QFile::encodeName(limits.certificates).constData());
}

Call::~Call()
{
    if (m_multi && m_easy)
        ::curl_multi_remove_handle(m_multi, m_easy);
    ::curl_easy_cleanup(m_easy);
    ::curl_multi_cleanup(m_multi);
}

long Call::answer() const
{
    long code = 0;
    ::curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

Error Call::problemOf(CURLcode code) const
{
    const auto error = [&](ErrorKind kind, const QString &message, const QString &hint = {}) {
        const QString words = oneLine(QByteArray(m_words.data()), 300);
        return Error{kind,
                     message,
                     hint,
                     words.isEmpty() ? QString::fromLatin1(::curl_easy_strerror(code)) : words,
                     {}};
    };
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
        return error(
            ErrorKind::Connection, Tr::tr("The certificate of %1 is not trusted.").arg(m_place),
            Tr::tr("Name the file with its authority: --trusted-certificates FILE. Nothing was sent."));
    case CURLE_SSL_CACERT_BADFILE:
        return error(ErrorKind::Config, Tr::tr("The file with trusted certificates cannot be used: %1")
                                            .arg(oneLine(m_limits.certificates)));
    case CURLE_USE_SSL_FAILED:
        return error(ErrorKind::Connection, Tr::tr("%1 offers no encryption.").arg(m_place),
                     Tr::tr("Nothing was sent. Use a server that does."));
    case CURLE_LOGIN_DENIED:
        return error(ErrorKind::Credentials, Tr::tr("%1 refuses user or password.").arg(m_place));
    case CURLE_OPERATION_TIMEDOUT:
        return error(
            ErrorKind::Connection,
            Tr::tr("%1 did not answer within %2.").arg(m_place, durationText(m_limits.time.count())));
    case CURLE_COULDNT_RESOLVE_HOST:
        return error(ErrorKind::Connection, Tr::tr("The name of %1 is not known.").arg(m_place));
    case CURLE_COULDNT_CONNECT:
        return error(ErrorKind::Connection, Tr::tr("%1 cannot be reached.").arg(m_place));
    default:
        return error(ErrorKind::Connection, Tr::tr("%1 did not take the message.").arg(m_place));
    }
}

Result<> Call::run(const std::stop_token &stop)
{
    if (!m_multi || !m_easy || ::curl_multi_add_handle(m_multi, m_easy) != CURLM_OK)
        return fail(ErrorKind::Internal, Tr::tr("The network library cannot be used."));
    for (int running = 1; running > 0;) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        if (::curl_multi_perform(m_multi, &running) != CURLM_OK ||
            (running > 0 && ::curl_multi_poll(m_multi, nullptr, 0, slice, nullptr) != CURLM_OK))
            return fail(ErrorKind::Internal, Tr::tr("The network library cannot be used."));
    }
    int left = 0;
    const CURLMsg *end = ::curl_multi_info_read(m_multi, &left);
    if (!end || end->msg != CURLMSG_DONE)
        return fail(ErrorKind::Internal, Tr::tr("The network library cannot be used."));
    if (end->data.result != CURLE_OK)
        return fail(problemOf(end->data.result));
    return {};
}

} // namespace

Result<> callAddress(const QString &url, const QByteArray &document, const NetworkLimits &limits,
                     const std::stop_token &stop)
{
    const QUrl address(url, QUrl::StrictMode);
    Call call(address, limits);
    List head;
    call.set(CURLOPT_PROTOCOLS_STR, "http,https");
    call.set(CURLOPT_USERAGENT, "masclet-backup");
    if (!document.isEmpty()) {
        add(head, "Content-Type: application/json");
        add(head, "Expect:"); // or small servers make us wait a second
        call.set(CURLOPT_HTTPHEADER, head.get());
        call.set(CURLOPT_POSTFIELDSIZE, long(document.size()));
        call.set(CURLOPT_POSTFIELDS, document.constData());
    }
    MASCLET_TRY(call.run(stop));
    if (call.answer() < 200 || call.answer() > 299)
        return fail(ErrorKind::Connection,
                    Tr::tr("%1 answers with the code %2.").arg(address.host()).arg(call.answer()));
    return {};
}

Result<> sendMail(const MailCall &mail, const NetworkLimits &limits, const std::stop_token &stop)
{
    QUrl url;
    url.setScheme(mail.security == MailCall::Security::Tls ? QStringLiteral("smtps")
                                                           : QStringLiteral("smtp"));
    url.setHost(mail.host);
    url.setPort(mail.port);
    if (url.host().isEmpty())
        return fail(ErrorKind::Config,
                    Tr::tr("\"%1\" is no name of a mail server.").arg(oneLine(mail.host, 80)));
    Call call(url, limits);
    List to;
    for (const QString &address : mail.to)
        add(to, address.toLatin1());
    Upload upload{mail.text};
    call.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    if (mail.security != MailCall::Security::None)
        call.set(CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
    if (!mail.user.isEmpty()) {
        call.set(CURLOPT_USERNAME, mail.user.toUtf8().constData());
        call.set(CURLOPT_PASSWORD, std::string(mail.password.bytes()).c_str());
    }
    call.set(CURLOPT_MAIL_FROM, mail.from.toLatin1().constData());
    call.set(CURLOPT_MAIL_RCPT, to.get());
    call.set(CURLOPT_UPLOAD, 1L);
    call.set(CURLOPT_READFUNCTION, &Upload::read);
    call.set(CURLOPT_READDATA, &upload);
    return call.run(stop);
}

} // namespace masclet
