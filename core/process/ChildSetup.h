#pragma once

#include "core/base/Fd.h"
#include "core/base/Result.h"
#include "core/process/ToolCommand.h"

#include <vector>

namespace masclet
{

/// The child's side of a start, between fork and exec. Everything is prepared before the fork: afterwards
/// only async-signal-safe calls are allowed. A step that fails is told to the parent through a pipe that exec
/// closes.
class ChildSetup
{
public:
    /// What becomes descriptor 0, 1 and 2 of the child; `passFile` (or -1) is the only other one it gets.
    struct Descriptors {
        int input = -1;
        int output = -1;
        int error = -1;
        int passFile = -1;
    };
    /// `credentialsFolder`: an empty one, which the child covers with one of its own for what it is given.
    static Result<ChildSetup> create(const ToolCommand &command, QList<QByteArray> environment,
                                     Descriptors descriptors, const QByteArray &credentialsFolder = {});

    /// In the child: never returns.
    [[noreturn]] void run();
    /// In the parent, after the fork: waits for the exec. ClientTool when the program could not be executed,
    /// Internal when a step before it failed.
    Result<> executed();

private:
    enum class Step : int { Redirect, Credentials, User, Parent, Exec };
    struct Report {
        Step step;
        int error;
    };

    ChildSetup() = default;
    [[noreturn]] void fail(Step step) const;
    void keepDescriptorsFromExec() const;
    void resetSignals() const;
    bool putCredentials() const;
    bool changeUser() const;

    Descriptors m_descriptors;
    QByteArray m_credentialsFolder;
    QList<ToolCommand::Credential> m_credentials;
    QList<QByteArray> m_credentialPaths; ///< of each
    std::optional<uid_t> m_uid;
    std::optional<gid_t> m_gid;
    QList<gid_t> m_groups;
    std::optional<mode_t> m_umask;
    ToolCommand::Terminal m_terminal = ToolCommand::Terminal::Ours;
    int m_parentDeathSignal = 0;
    pid_t m_parent = 0;
    int m_highestDescriptor = 0;
    Fd m_reportRead;
    Fd m_reportWrite;
    // QProcess would encode arguments with the locale; names of databases are bytes, so exec is called here.
    QByteArray m_program;
    QList<QByteArray> m_argumentBytes;
    QList<QByteArray> m_environmentBytes;
    std::vector<char *> m_arguments;
    std::vector<char *> m_environment;
};

} // namespace masclet
