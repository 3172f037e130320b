#include "core/service/RefusedLogin.h"

#include "core/base/Directory.h"
#include "core/base/Hash.h"
#include "core/base/Json.h"
#include "core/base/JsonFields.h"
#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/profile/OptionTable.h"
#include "core/service/DueBackup.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RefusedLogin)
};

constexpr qint64 largestRefusal = 64 * 1024;
constexpr int saltBytes = 16;

QString folderOf(const ServiceEnvironment &environment)
{
    return environment.stateFolder + QStringLiteral("/refused");
}

QByteArray fileOf(const Profile &profile)
{
    return profile.id.toLatin1() + ".json";
}

/// All that a login depends on here; equal only when nothing of it changed.
QByteArray printOf(const ServiceEnvironment &environment, const Profile &profile, const QByteArray &salt,
                   const std::stop_token &stop)
{
    QByteArray all;
    for (const Option &option : optionTable()) {
        if (option.section == "connection")
            all += option.key + '=' + optionText(option, option.get(profile)).toUtf8() + '\0';
    }
    const Result<FoundSecret> found = findSecret(profile, environment.secrets, stop);
    all += found ? found->store.toUtf8() : found.error().message.toUtf8();
    return Sha256::hexOf(all) + slowHash(found ? found->password.bytes() : std::string_view(), salt);
}

std::optional<PlannedRun> dueNow(const ServiceEnvironment &environment, const Profile &profile)
{
    const Result<Repository> repository = Repository::open(profile.repository.path, environment.clock);
    if (!repository)
        return std::nullopt;
    return dueBackup(*repository, profile, environment.clock.now()).value_or(std::nullopt);
}

} // namespace

std::optional<RefusedLogin> standingRefusal(const ServiceEnvironment &environment, const Profile &profile,
                                            const QDateTime &run, const std::stop_token &stop)
{
    if (!QFileInfo::exists(folderOf(environment)))
        return std::nullopt;
    const Result<QByteArray> text =
        Directory::open(folderOf(environment)).and_then([&](const Directory &folder) {
            return folder.readFile(fileOf(profile), largestRefusal);
        });
    const Result<QJsonObject> object =
        text ? parseJsonObject(*text, ErrorKind::Storage) : Result<QJsonObject>(fail(text.error()));
    if (!object)
        return std::nullopt;
    JsonFields fields(*object, QStringLiteral("refusal"), ErrorKind::Storage);
    const RefusedLogin refused{fields.utc("time"), fields.text("message"), fields.utc("run")};
    const QByteArray salt = fields.word("salt").toLatin1();
    const QByteArray print = fields.word("print").toLatin1();
    if (!fields.finish() || refused.run != run || print != printOf(environment, profile, salt, stop))
        return std::nullopt;
    return refused;
}

std::optional<RefusedLogin> standingRefusal(const ServiceEnvironment &environment, const Profile &profile,
                                            const std::stop_token &stop)
{
    const std::optional<PlannedRun> due = dueNow(environment, profile);
    return due ? standingRefusal(environment, profile, due->start, stop) : std::nullopt;
}

Result<> rememberRefusal(const ServiceEnvironment &environment, const Profile &profile,
                         const QString &message, const std::stop_token &stop)
{
    const std::optional<PlannedRun> due = dueNow(environment, profile);
    if (!due)
        return {}; // nothing will be tried again
    const QByteArray salt = randomHex(saltBytes);
    const QJsonObject object{
        {QStringLiteral("time"), utcText(environment.clock.now())},
        {QStringLiteral("message"), oneLine(message, 1000)},
        {QStringLiteral("run"), utcText(due->start)},
        {QStringLiteral("salt"), QString::fromLatin1(salt)},
        {QStringLiteral("print"), QString::fromLatin1(printOf(environment, profile, salt, stop))}};
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::openOrMake(folderOf(environment)));
    const QByteArray temporary = '.' + fileOf(profile) + '.' + randomHex(6);
    MASCLET_TRY(folder.writeFile(temporary, QJsonDocument(object).toJson(QJsonDocument::Compact)));
    if (Result<> replaced = folder.replace(temporary, fileOf(profile)); !replaced) {
        (void)folder.removeFile(temporary);
        return replaced;
    }
    return {};
}

void forgetRefusal(const ServiceEnvironment &environment, const Profile &profile)
{
    if (QFileInfo::exists(folderOf(environment) + QChar(u'/') + QString::fromLatin1(fileOf(profile))))
        (void)Directory::open(folderOf(environment)).and_then([&](const Directory &folder) {
            return folder.removeFile(fileOf(profile));
        });
}

QString refusalText(const RefusedLogin &refused, const Profile &profile)
{
    return Tr::tr(
               "The login was refused at %1, and scheduled runs do not try it again before the profile, the "
               "password or the planned time is another one: %2")
        .arg(momentText(refused.time, zoneNamed(profile.schedule.zone)), refused.message);
}

} // namespace masclet
