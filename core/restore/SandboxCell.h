#pragma once

#include "core/job/JobContext.h"
#include "core/process/ToolCommand.h"
#include "core/restore/Sandbox.h"
#include "core/restore/SandboxFolder.h"

namespace masclet
{

/// Which user the programs of a sandbox run as: this program's own, or for root the first service user there
/// is. Config when there is none.
Result<SandboxUser> sandboxUser(const QStringList &serviceUsers);

/// The walls: turns a program of the server into a command that runs inside them. Plain value.
class SandboxCell
{
public:
    /// Tries the walls out with `postgres --version`. ClientTool when they are not to be had.
    static Result<SandboxCell> build(const SandboxOptions &options, const SandboxUser &user,
                                     const SandboxFolder &folder, JobContext &context);

    ToolCommand command(const QString &program, const QList<QByteArray> &arguments) const;
    /// For the programs to come: localesPath() of the folder as LOCPATH.
    void useLocales(const QString &path);
    const Isolation &isolation() const { return m_isolation; }

private:
    SandboxCell(const SandboxUser &user, const SandboxFolder &folder);

    Isolation m_isolation;
    SandboxUser m_user;
    QString m_folder;
    QList<QByteArray> m_environment;
    QString m_bubblewrap;
    QList<QByteArray> m_walls; ///< arguments of bubblewrap
};

} // namespace masclet
