#include "core/process/Account.h"

#include "core/base/Fd.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Account)
};

/// The child's side, after the fork: only calls that are safe there. One byte for each path.
[[noreturn]] void askAs(const Account &account, const std::vector<QByteArray> &paths,
                        const QList<PathUse> &uses, const gid_t *groups, size_t groupCount, int answer)
{
    if (::geteuid() == 0 &&
        (::setgroups(groupCount, groups) != 0 || ::setgid(account.gid) != 0 || ::setuid(account.uid) != 0))
        ::_exit(1);
    for (size_t i = 0; i < paths.size(); ++i) {
        const char may = ::access(paths[i].constData(), uses.constData()[i].mode) == 0 ? 'y' : 'n';
        if (::write(answer, &may, 1) != 1)
            ::_exit(1);
    }
    ::_exit(0);
}

} // namespace

Result<Account> accountNamed(const QString &name)
{
    std::vector<char> text(64 * 1024);
    passwd entry{};
    passwd *found = nullptr;
    ::getpwnam_r(name.toLocal8Bit().constData(), &entry, text.data(), text.size(), &found);
    if (!found)
        return fail(ErrorKind::Usage, Tr::tr("There is no user %1 on this machine.").arg(oneLine(name, 60)));
    Account account{QString::fromLocal8Bit(found->pw_name),
                    found->pw_uid,
                    found->pw_gid,
                    {},
                    QFile::decodeName(found->pw_dir)};
    std::vector<gid_t> groups(1024);
    int count = int(groups.size());
    if (::getgrouplist(found->pw_name, found->pw_gid, groups.data(), &count) < 0)
        count = 0;
    for (int i = 0; i < count; ++i)
        account.groups << groups[size_t(i)];
    return account;
}

Result<QList<PathUse>> forbiddenUses(const Account &account, const QList<PathUse> &uses)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return fail(systemError(ErrorKind::Internal, Tr::tr("Cannot make a pipe"), errno));
    Fd read(ends[0]);
    Fd write(ends[1]);
    std::vector<QByteArray> paths;
    for (const PathUse &use : uses)
        paths.push_back(QFile::encodeName(use.path));
    const pid_t child = ::fork();
    if (child == 0)
        askAs(account, paths, uses, account.groups.constData(), size_t(account.groups.size()), write.get());
    write.reset();
    if (child < 0)
        return fail(systemError(ErrorKind::Internal, Tr::tr("Cannot start a process"), errno));
    QList<PathUse> forbidden;
    qsizetype answered = 0;
    for (char may = 0; ::read(read.get(), &may, 1) == 1 && answered < uses.size(); ++answered) {
        if (may != 'y')
            forbidden << uses[answered];
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (answered < uses.size() || status != 0)
        return fail(ErrorKind::Internal, Tr::tr("Nothing can be asked as the user %1.").arg(account.name));
    return forbidden;
}

} // namespace masclet
