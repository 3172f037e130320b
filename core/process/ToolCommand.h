#pragma once

#include "core/base/Secret.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <csignal>
#include <optional>

#include <sys/types.h>

namespace masclet
{

/// A container, and the client of the engine that runs it: docker, or one with the same command line.
struct ToolContainer {
    QString client; ///< absolute path of the client
    QString name;   ///< name or id of the container
};

/// A program to run, as a value: no shell, an argument list, an environment made from nothing, no secret in
/// either. Passwords travel in a pass file that only the child can open (see passEntries).
struct ToolCommand {
    QString program;               ///< absolute path; in a container a name may do, which its PATH finds
    QList<QByteArray> arguments;   ///< bytes: names need not be UTF-8
    QList<QByteArray> environment; ///< "NAME=value"; the whole environment of the child
    QString workingFolder = QStringLiteral("/");
    /// Runs there, as the container's own user. PATH and HOME are the container's; passEntries may hold one
    /// entry, whose fields count for nothing; secretFile, uid, gid and groups do not go along.
    std::optional<ToolContainer> container;

    /// One line of a libpq pass file; every field is escaped by ToolProcess. An empty field means "*".
    struct PassEntry {
        QByteArray host, port, database, user;
        Secret password;
    };
    QList<PassEntry> passEntries; ///< given through a memfd as PGPASSFILE=/dev/fd/N; see container

    /// A secret that the child reads as a file; `option` and the file's path follow the other arguments.
    /// Instead of passEntries, not beside them.
    struct SecretFile {
        QByteArray option;
        Secret content;
    };
    std::optional<SecretFile> secretFile;

    /// A secret that the child reads as a file of that name in the folder which its CREDENTIALS_DIRECTORY
    /// names, as from systemd: in memory, and for no other process to see. Root only.
    struct Credential {
        QByteArray name;
        Secret content;
    };
    QList<Credential> credentials;

    std::optional<uid_t> uid; ///< run as another user (root only)
    std::optional<gid_t> gid;
    QList<gid_t> groups;         ///< of that other user, beside gid; ours never go along
    std::optional<mode_t> umask; ///< none: ours
    /// None: a session of its own, in which no terminal can be opened.
    enum class Terminal { Ours, None };
    Terminal terminal = Terminal::Ours;
    /// What the child gets when the thread that started it dies without a word (SIGKILL).
    int parentDeathSignal = SIGTERM;

    /// Program and arguments quoted for people, fit to paste into a shell; of a container the client's call.
    /// Holds no secret by construction.
    QString forLog() const;
};

/// The environment every child of ours starts from: PATH, LANG/LC_ALL=C.UTF-8, TZ=UTC, HOME=/ and nothing
/// else.
QList<QByteArray> cleanEnvironment();

} // namespace masclet
