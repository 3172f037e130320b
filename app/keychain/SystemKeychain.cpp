#include "app/keychain/SystemKeychain.h"

#include "app/keychain/KeychainErrors.h"
#include "app/keychain/KeychainThread.h"
#include "app/keychain/SecretLibrary.h"
#include "app/keychain/SessionLook.h"

#include <QCoreApplication>

#include <future>

#include <qt6keychain/keychain.h>

namespace masclet
{

namespace
{

using namespace std::chrono_literals;
using Milliseconds = std::chrono::milliseconds;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Keychain)
};

/// How long one call may still take.
class Deadline
{
public:
    explicit Deadline(Milliseconds limit)
        : m_limit(limit)
        , m_end(std::chrono::steady_clock::now() + limit)
    {
    }
    Milliseconds limit() const { return m_limit; }
    Milliseconds left() const
    {
        const auto left = m_end - std::chrono::steady_clock::now();
        return std::max(1ms, std::chrono::duration_cast<Milliseconds>(left));
    }
    bool isOver() const { return std::chrono::steady_clock::now() >= m_end; }

private:
    Milliseconds m_limit;
    std::chrono::steady_clock::time_point m_end;
};

/// What a job of QtKeychain ended with.
struct Ended {
    QKeychain::Error code = QKeychain::NoError;
    QString text;
    Secret secret; ///< of a read
};

/// Waits for what the keychain's thread promised, in turns short enough to stop. Who gives up leaves the
/// promise behind; the thread keeps it as long as it needs it.
template <class T>
Result<T> await(std::future<T> &answer, const Deadline &deadline, const std::stop_token &stop)
{
    while (answer.wait_for(std::min<Milliseconds>(50ms, deadline.left())) != std::future_status::ready) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        if (deadline.isOver())
            return fail(keychainSilent(deadline.limit()));
    }
    return answer.get();
}

/// A function that blocks, on the keychain's thread.
template <class Call>
auto ask(Call call, const Deadline &deadline, const std::stop_token &stop) -> std::invoke_result_t<Call>
{
    using Answer = std::invoke_result_t<Call>;
    const auto promise = std::make_shared<std::promise<Answer>>();
    std::future<Answer> answer = promise->get_future();
    onKeychainThread([promise, call = std::move(call)] { promise->set_value(call()); });
    MASCLET_TRY_ASSIGN(Answer given, await(answer, deadline, stop));
    return given;
}

/// A job of QtKeychain, made and prepared on the keychain's thread. It deletes itself when it has ended,
/// which may be long after nobody waits any more.
template <class KeychainJob>
Result<Ended> runOnce(const QString &entry, std::function<void(KeychainJob &)> prepare,
                      const Deadline &deadline, const std::stop_token &stop)
{
    const auto promise = std::make_shared<std::promise<Ended>>();
    std::future<Ended> answer = promise->get_future();
    onKeychainThread([promise, entry, prepare = std::move(prepare)] {
        outliveSessionBus();
        auto *const job = new KeychainJob(QString::fromLatin1(keychainService));
        job->setKey(entry);
        job->setInsecureFallback(false);
        if (prepare)
            prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, job, [promise](QKeychain::Job *ended) {
            Ended end{ended->error(), ended->errorString(), {}};
            if (auto *const read = qobject_cast<QKeychain::ReadPasswordJob *>(ended)) {
                QByteArray bytes = read->binaryData();
                end.secret = Secret::take(bytes);
            }
            promise->set_value(end);
        });
        job->start();
    });
    return await(answer, deadline, stop);
}

/// libsecret keeps its session with a service that was started anew meanwhile, and every call fails from then
/// on: each failure that says nothing else is worth a second call in a new session.
template <class KeychainJob>
Result<Ended> run(const QString &entry, const std::function<void(KeychainJob &)> &prepare,
                  const Deadline &deadline, const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const Ended ended, runOnce<KeychainJob>(entry, prepare, deadline, stop));
    if (ended.code != QKeychain::OtherError)
        return ended;
    onKeychainThread(forgetSecretService);
    return runOnce<KeychainJob>(entry, prepare, deadline, stop);
}

Error errorOf(const Ended &ended)
{
    switch (ended.code) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return keychainDenied(ended.text);
    case QKeychain::NoBackendAvailable:
        return noKeychainService(ended.text);
    default:
        return keychainFailed(ended.text);
    }
}

class SystemKeychain final : public Keychain
{
public:
    explicit SystemKeychain(Milliseconds limit)
        : m_limit(limit)
    {
    }
    Result<> reach(const std::stop_token &stop) const override;
    Result<std::optional<Secret>> find(const QString &entry, const std::stop_token &stop) const override;
    Result<> store(const QString &entry, const Secret &secret, const std::stop_token &stop) const override;
    Result<bool> remove(const QString &entry, const std::stop_token &stop) const override;

private:
    Result<EntryState> look(const QString &entry, const Deadline &deadline,
                            const std::stop_token &stop) const;
    Result<std::optional<Secret>> read(const QString &entry, const Deadline &deadline,
                                       const std::stop_token &stop) const;

    Milliseconds m_limit;
};

Result<> SystemKeychain::reach(const std::stop_token &stop) const
{
    const Deadline deadline(m_limit);
    return ask([limit = deadline.left()] { return lookForService(limit); }, deadline, stop);
}

Result<EntryState> SystemKeychain::look(const QString &entry, const Deadline &deadline,
                                        const std::stop_token &stop) const
{
    return ask(
        [entry, limit = deadline.left()] {
            return lookForEntry(QString::fromLatin1(keychainService), entry, limit);
        },
        deadline, stop);
}

/// Reading a locked entry lets the desktop ask for the keychain's password, where it can; where it cannot,
/// libsecret says that there is no such entry.
Result<std::optional<Secret>> SystemKeychain::read(const QString &entry, const Deadline &deadline,
                                                   const std::stop_token &stop) const
{
    MASCLET_TRY_ASSIGN(const EntryState state, look(entry, deadline, stop));
    if (state == EntryState::Missing)
        return std::optional<Secret>();
    const Result<Ended> ended = run<QKeychain::ReadPasswordJob>(entry, {}, deadline, stop);
    const bool locked = state == EntryState::Locked;
    if (!ended)
        return fail(locked && ended.error().kind != ErrorKind::Stopped ? keychainLocked({}) : ended.error());
    if (ended->code == QKeychain::NoError)
        return std::optional<Secret>(ended->secret);
    if (locked)
        return fail(keychainLocked(ended->text));
    if (ended->code == QKeychain::EntryNotFound)
        return std::optional<Secret>();
    return fail(errorOf(*ended));
}

Result<std::optional<Secret>> SystemKeychain::find(const QString &entry, const std::stop_token &stop) const
{
    return read(entry, Deadline(m_limit), stop);
}

/// Text where it is text, so that the desktop's own programs show it as it is.
void give(QKeychain::WritePasswordJob &job, const Secret &secret)
{
    const QByteArray bytes(secret.bytes().data(), qsizetype(secret.bytes().size()));
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes && !bytes.contains('\0'))
        job.setTextData(text);
    else
        job.setBinaryData(bytes);
}

Result<> SystemKeychain::store(const QString &entry, const Secret &secret, const std::stop_token &stop) const
{
    const Deadline deadline(m_limit);
    MASCLET_TRY_ASSIGN(const EntryState state, look(entry, deadline, stop));
    // An entry is changed in place; what is locked is left as it is.
    if (state == EntryState::Locked)
        return fail(keychainLocked({}));
    MASCLET_TRY_ASSIGN(
        const Ended ended,
        run<QKeychain::WritePasswordJob>(
            entry, [secret](QKeychain::WritePasswordJob &job) { give(job, secret); }, deadline, stop));
    // libsecret denies access to locked collections only.
    if (ended.code == QKeychain::AccessDenied && state != EntryState::Unknown)
        return fail(keychainLocked(ended.text));
    if (ended.code != QKeychain::NoError)
        return fail(errorOf(ended));
    MASCLET_TRY_ASSIGN(const std::optional<Secret> kept, read(entry, deadline, stop));
    if (!kept || kept->bytes() != secret.bytes())
        return fail(keychainUntrue({}));
    return {};
}

Result<bool> SystemKeychain::remove(const QString &entry, const std::stop_token &stop) const
{
    const Deadline deadline(m_limit);
    MASCLET_TRY_ASSIGN(const EntryState state, look(entry, deadline, stop));
    if (state == EntryState::Missing)
        return false;
    // QtKeychain would report that it deleted a locked entry, and delete nothing.
    if (state == EntryState::Locked)
        return fail(keychainLocked({}));
    MASCLET_TRY_ASSIGN(const Ended ended, run<QKeychain::DeletePasswordJob>(entry, {}, deadline, stop));
    if (ended.code == QKeychain::EntryNotFound)
        return false;
    if (ended.code != QKeychain::NoError)
        return fail(errorOf(ended));
    MASCLET_TRY_ASSIGN(const std::optional<Secret> left, read(entry, deadline, stop));
    if (left)
        return fail(keychainUntrue({}));
    return true;
}

} // namespace

std::shared_ptr<const Keychain> systemKeychain(std::chrono::milliseconds limit)
{
    return std::make_shared<SystemKeychain>(limit);
}

} // namespace masclet
