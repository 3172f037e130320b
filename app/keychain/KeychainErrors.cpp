#include "app/keychain/KeychainErrors.h"

#include "core/base/Text.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Keychain)
};

Error credentials(const QString &message, const QString &hint, const QString &detail)
{
    return {ErrorKind::Credentials, message, hint, detail, {}};
}

QString passFileHint()
{
    return Tr::tr("Scheduled runs and plain terminals have none: keep the password in a pass file "
                  "(masclet-backup secret set).");
}

} // namespace

Error noSessionBus(const QString &detail)
{
    return credentials(Tr::tr("There is no keychain in this session: it has no session bus."), passFileHint(),
                       detail);
}

Error noKeychainService(const QString &detail)
{
    return credentials(Tr::tr("No keychain service runs in this session."),
                       Tr::tr("Start GNOME Keyring or KWallet, or keep the password in a pass file "
                              "(masclet-backup secret set)."),
                       detail);
}

Error keychainLocked(const QString &detail)
{
    return credentials(Tr::tr("The keychain is locked, so nothing in it was read or changed."),
                       Tr::tr("Unlock it (by logging in to the desktop, or with its password program) and "
                              "try again."),
                       detail);
}

Error keychainDenied(const QString &detail)
{
    return credentials(Tr::tr("The keychain refuses this program access."),
                       Tr::tr("Allow it when the desktop asks, or keep the password in a pass file "
                              "(masclet-backup secret set)."),
                       detail);
}

Error keychainSilent(std::chrono::milliseconds limit)
{
    return credentials(Tr::tr("The keychain did not answer within %1.").arg(durationText(limit.count())),
                       Tr::tr("It may be waiting for its own password in another window. If it is not, log "
                              "out of the desktop and in again."),
                       {});
}

Error keychainFailed(const QString &detail)
{
    return credentials(Tr::tr("The keychain does not work."),
                       Tr::tr("\"Details\" has its own words. A pass file does without it "
                              "(masclet-backup secret set)."),
                       detail);
}

Error keychainUntrue(const QString &detail)
{
    return credentials(Tr::tr("The keychain says that it did what it was told, and did not."),
                       Tr::tr("Look into it with the desktop's password program, and try again."), detail);
}

} // namespace masclet
