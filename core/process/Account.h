#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QString>

#include <sys/types.h>

namespace masclet
{

/// A user of this machine as its lists of users and groups have it. Plain data.
struct Account {
    QString name;
    uid_t uid = 0;
    gid_t gid = 0;
    QList<gid_t> groups; ///< all of them
    QString home;
};
/// Usage when there is none of that name.
Result<Account> accountNamed(const QString &name);

struct PathUse {
    QString path;
    int mode = 0; ///< of access(2): R_OK, W_OK, X_OK
};
/// Which of these uses the account lacks, by its rights alone: the kernel is asked by a child of that user.
/// Only root may ask for somebody else. Internal.
Result<QList<PathUse>> forbiddenUses(const Account &account, const QList<PathUse> &uses);

} // namespace masclet
