#pragma once

#include "tests/support/Program.h"
#include "tests/support/TempCluster.h"

#include <QTemporaryDir>

namespace masclet::test
{

/// A home, a repository and one profile called "desk" for runs of the real program against a TempCluster.
/// Everything lies in one temporary folder that goes with the object, but for what the program itself makes
/// in the machine's temporary folder: its runs are given one that every user may enter.
class Desk
{
public:
    /// Runs init for this database and the kind db (what this machine is like is no matter of most tests),
    /// and sets further options ("--restore-test", "never", …) when given.
    static Result<std::unique_ptr<Desk>> make(const TempCluster &cluster, const QByteArray &database,
                                              const QStringList &options = {});

    /// masclet-backup with these arguments, in this home.
    ProgramOutcome run(const QStringList &arguments) const;
    /// The same through another program, see runProgramUnder().
    ProgramOutcome runUnder(const QStringList &wrapper, const QStringList &arguments) const;
    /// The same as run(), left running.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    /// The same as runUnder(), left running.
    std::unique_ptr<QProcess> startUnder(const QStringList &wrapper, const QStringList &arguments) const;
    /// Variables ("NAME=value") that every run from now on gets.
    void setEnvironment(const QStringList &variables) { m_environment = variables; }
    const QStringList &environment() const { return m_environment; }
    QString home() const { return m_folder.path(); }
    QString runtime() const { return m_runtime.path(); } ///< TMPDIR of the runs
    QString state() const { return m_folder.path() + QStringLiteral("/state/masclet-backup"); }
    QString repository() const { return m_folder.path() + QStringLiteral("/backups"); }
    /// The newest .sql.gz or .sql below db/, globals left out; empty when there is none.
    QString newestArchive() const;
    /// What stock gunzip makes of it; a .sql as it is.
    Result<QByteArray> plainDump() const;

private:
    Desk();
    QStringList allVariables() const;

    QStringList m_environment;
    QTemporaryDir m_runtime{QStringLiteral("/tmp/mr-XXXXXX")};
    QTemporaryDir m_folder{QStringLiteral("/tmp/md-XXXXXX")};
};

} // namespace masclet::test
