#include "core/base/ExitCode.h"

#include <QCoreApplication>

#include <array>

namespace masclet
{

namespace
{

constexpr std::array rows{
    ExitCodeRow{0, "ok", QT_TRANSLATE_NOOP("ExitCode", "done")},
    ExitCodeRow{1, "internal", QT_TRANSLATE_NOOP("ExitCode", "a defect in this program")},
    ExitCodeRow{2, "usage", QT_TRANSLATE_NOOP("ExitCode", "wrong usage; nothing was touched")},
    ExitCodeRow{3, "warnings", QT_TRANSLATE_NOOP("ExitCode", "done, with warnings")},
    ExitCodeRow{10, "config", QT_TRANSLATE_NOOP("ExitCode", "profile or repository unusable")},
    ExitCodeRow{11, "locked", QT_TRANSLATE_NOOP("ExitCode", "another run holds the repository")},
    ExitCodeRow{12, "credentials", QT_TRANSLATE_NOOP("ExitCode", "password missing or refused")},
    ExitCodeRow{13, "connection", QT_TRANSLATE_NOOP("ExitCode", "server not reached")},
    ExitCodeRow{14, "dump", QT_TRANSLATE_NOOP("ExitCode", "the dump failed")},
    ExitCodeRow{15, "storage", QT_TRANSLATE_NOOP("ExitCode", "storage or space failed")},
    ExitCodeRow{16, "verification", QT_TRANSLATE_NOOP("ExitCode", "verification failed")},
    ExitCodeRow{17, "restore-test", QT_TRANSLATE_NOOP("ExitCode", "restore test failed")},
    ExitCodeRow{18, "after-backup",
                QT_TRANSLATE_NOOP("ExitCode", "off-site copy or retention failed; the backup is good")},
    ExitCodeRow{19, "catalog", QT_TRANSLATE_NOOP("ExitCode", "catalog degraded; the backup is good")},
    ExitCodeRow{20, "client-tool", QT_TRANSLATE_NOOP("ExitCode", "client tool missing, too old or unsafe")},
    ExitCodeRow{21, "restore-untouched",
                QT_TRANSLATE_NOOP("ExitCode", "restore failed, the target is untouched")},
    ExitCodeRow{22, "restore-action-needed",
                QT_TRANSLATE_NOOP("ExitCode", "a restore failed or a service is down: a person must act")},
    ExitCodeRow{128, "stopped", QT_TRANSLATE_NOOP("ExitCode", "128+N: stopped by signal N")},
};

} // namespace

std::span<const ExitCodeRow> exitCodes()
{
    return rows;
}

QString exitCodeText(const ExitCodeRow &row)
{
    return QCoreApplication::translate("ExitCode", row.text);
}

int exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Internal:
        return 1;
    case ErrorKind::Usage:
        return 2;
    case ErrorKind::Config:
        return 10;
    case ErrorKind::Locked:
        return 11;
    case ErrorKind::Credentials:
        return 12;
    case ErrorKind::Connection:
        return 13;
    case ErrorKind::Dump:
        return 14;
    case ErrorKind::Storage:
        return 15;
    case ErrorKind::Verification:
        return 16;
    case ErrorKind::RestoreTest:
        return 17;
    case ErrorKind::AfterBackup:
        return 18;
    case ErrorKind::Catalog:
        return 19;
    case ErrorKind::ClientTool:
        return 20;
    case ErrorKind::RestoreUntouched:
        return 21;
    case ErrorKind::RestoreActionNeeded:
        return 22;
    case ErrorKind::Stopped:
        return 128 + 2;
    }
    return 1;
}

QString nameOf(ErrorKind kind)
{
    const int code = exitCodeOf(kind);
    for (const ExitCodeRow &row : rows) {
        if (row.code == code || (row.code == 128 && code > 128))
            return QString::fromLatin1(row.name);
    }
    return QString::fromLatin1(rows[1].name);
}

} // namespace masclet
