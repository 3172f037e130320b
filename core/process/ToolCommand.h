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

/// A program to run, as a value: no shell, an argument list, an environment made from nothing, no secret in
/// either. Passwords travel in a pass file that only the child can open (see passEntries).
struct ToolCommand {
    QString program;               ///< absolute path
    QList<QByteArray> arguments;   ///< bytes: names need not be UTF-8
    QList<QByteArray> environment; ///< "NAME=value"; the whole environment of the child
    QString workingFolder = QStringLiteral("/");

    /// One line of a libpq pass file; every field is escaped by ToolProcess. An empty field means "*".
    struct PassEntry {
        QByteArray host, port, database, user;
        Secret password;
    };
    QList<PassEntry> passEntries; ///< given through a memfd as PGPASSFILE=/dev/fd/N

    /// A secret that the child reads as a file; `option` and the file's path follow the other arguments.
    /// Instead of passEntries, not beside them.
    struct SecretFile {
        QByteArray option;
        Secret content;
    };
    std::optional<SecretFile> secretFile;

    std::optional<uid_t> uid; ///< run as another user (root only)
    std::optional<gid_t> gid;
    QList<gid_t> groups;         ///< of that other user, beside gid; ours never go along
    std::optional<mode_t> umask; ///< none: ours
    /// None: a session of its own, in which no terminal can be opened.
    enum class Terminal { Ours, None };
    Terminal terminal = Terminal::Ours;
    /// What the child gets when the thread that started it dies without a word (SIGKILL).
    int parentDeathSignal = SIGTERM;

    /// Program and arguments quoted for people, fit to paste into a shell. Holds no secret by construction.
    QString forLog() const;
};

/// The environment every child of ours starts from: PATH, LANG/LC_ALL=C.UTF-8, TZ=UTC, HOME=/ and nothing
/// else.
QList<QByteArray> cleanEnvironment();

} // namespace masclet
