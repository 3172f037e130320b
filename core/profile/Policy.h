#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QStringList>

#include <sys/types.h>

namespace masclet
{

/// What the operator mode tells apart.
enum class Right {
    BackUp,
    Verify,  ///< also restore tests
    Restore, ///< under a new name, or files into a folder
    Replace, ///< what is there gives way, and back
    Delete,  ///< sets by retention, databases kept aside
};
/// Its key in the policy file: "backup", "verify", "restore", "replace", "delete".
QString nameOf(Right right);

/// Who runs this program.
struct Operator {
    uid_t id = 0;
    QString name;
    QStringList groups;
};

/// The machine's operator mode: who may do what, from a file that only root can change. It binds people who
/// use this program and its repository through it; who can write the repository itself is the file system's
/// to say. Without a file everybody may do what the system lets them. A value, read again for each run.
class Policy
{
public:
    static constexpr auto standardPath = "/etc/masclet-backup/policy.toml";

    /// Unrestricted when there is no such file. Config when it is not root's alone, or not understood: then
    /// nobody may do anything.
    static Result<Policy> read(const QString &path);
    /// A [rights] table with a list of users, "@groups" or "*" for each right; what it leaves out is root's.
    static Result<Policy> parse(const QByteArray &text, const QString &place);

    /// Config with the sentence why not. Root always may: the file is root's.
    Result<> check(Right right, const Operator &who) const;

private:
    bool m_restricted = false;
    QString m_place;
    QHash<QString, QStringList> m_rights;
};

} // namespace masclet
