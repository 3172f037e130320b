#pragma once

#include <QString>
#include <QStringList>

namespace masclet
{

/// Why something did not succeed. One kind per exit code of the command line (see ExitCode.h), so a script,
/// a journal record and a person always speak of the same thing.
enum class ErrorKind {
    Internal,            ///< a defect of ours
    Usage,               ///< the call is wrong; nothing was touched
    Config,              ///< profile, repository or configuration unusable
    Locked,              ///< another run holds the repository
    Credentials,         ///< no password, or a refused one
    Connection,          ///< the server cannot be reached
    Dump,                ///< pg_dump or the server failed while dumping
    Storage,             ///< writing, reading, space, rights of the repository
    Verification,        ///< an archive is damaged, cut or not what its manifest says
    RestoreTest,         ///< the restore test did not load or did not compare equal
    AfterBackup,         ///< off-site or retention failed; the backup itself is good
    Catalog,             ///< the history index is degraded; the backup itself is good
    ClientTool,          ///< a PostgreSQL client tool is missing, too old or unsafe
    RestoreUntouched,    ///< restore failed, the target is as before
    RestoreActionNeeded, ///< restore failed or a service is down, a person must act
    Stopped,             ///< a person or a signal asked to stop: an outcome, not an error
};

/// A failure as a value: one sentence for a person, what to do next, and the raw text apart.
/// Plain data; copy and move freely between threads.
struct [[nodiscard]] Error {
    ErrorKind kind = ErrorKind::Internal;
    QString message;     ///< one sentence, translated
    QString hint;        ///< what to do next; may be empty
    QString detail;      ///< raw server text, tool output, errno: for the log and "Details"; may be empty
    QStringList context; ///< what was going on, innermost first ("dumping shop")

    /// Adds what the caller was doing; each layer at most once.
    Error &&during(const QString &what) &&;
    /// Same failure under another kind (a connection lost during a dump is a Dump failure).
    Error &&as(ErrorKind other) &&;

    friend bool operator==(const Error &, const Error &) = default;
};

/// An errno turned into an Error. ENOSPC, EDQUOT, EROFS, EACCES get a hint of their own.
/// `what` is the translated act that failed ("Cannot write archive.sql.gz").
Error systemError(ErrorKind kind, const QString &what, int errnoValue);

/// An error with the failure that came before it, if one did, in its detail.
Error withCause(Error error, const Error *cause);

} // namespace masclet
