#include "tests/support/OwnMounts.h"

#include <QByteArray>
#include <QFile>

#include <array>

#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace masclet::test
{

namespace
{

bool put(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

/// Of all rights over its own files the namespace gives that to mount; unreadable ones stay unreadable.
bool keepOnlyTheRightToMount()
{
    __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> rights = {};
    rights[0].effective = rights[0].permitted = 1U << CAP_SYS_ADMIN;
    return ::syscall(SYS_capset, &header, rights.data()) == 0;
}

bool enterOwnUsers()
{
    const QByteArray uid = QByteArray::number(::getuid());
    const QByteArray gid = QByteArray::number(::getgid());
    return ::unshare(CLONE_NEWUSER) == 0 && put("/proc/self/setgroups", "deny") &&
           put("/proc/self/uid_map", uid + ' ' + uid + " 1") &&
           put("/proc/self/gid_map", gid + ' ' + gid + " 1") && keepOnlyTheRightToMount();
}

} // namespace

bool enterOwnMounts()
{
    return (::geteuid() == 0 || enterOwnUsers()) && ::unshare(CLONE_NEWNS) == 0 &&
           ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

} // namespace masclet::test
