#include "core/service/KnownLines.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/repository/Repository.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KnownLines)
};

const QString knownType = QStringLiteral("log-known");
const QString takenBackType = QStringLiteral("log-known-ended");
constexpr qsizetype longestKnown = 1000;

Result<> checkLine(const KnownLine &line, const QDate &today)
{
    if (line.text.trimmed().isEmpty() || line.text.size() > longestKnown)
        return fail(ErrorKind::Usage,
                    Tr::tr("A text of the log is needed, of at most %1 characters.").arg(longestKnown));
    if (line.name.trimmed().isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("It must be said who knows it."));
    if (!line.until.isValid() || line.until < today)
        return fail(ErrorKind::Usage, Tr::tr("A day is needed that is not over."));
    return {};
}

struct HeldRepository {
    Repository repository;
    RepositoryLock lock;
};

Result<HeldRepository> hold(const ServiceEnvironment &environment, const Profile &profile,
                            const std::stop_token &stop)
{
    MASCLET_TRY(checkRight(environment, Right::Verify));
    MASCLET_TRY_ASSIGN(Repository repository, Repository::open(profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(RepositoryLock lock, repository.lock({QStringLiteral("known"), {}, environment.author},
                                                            std::chrono::milliseconds(0), stop));
    return HeldRepository{std::move(repository), std::move(lock)};
}

} // namespace

QSet<QString> knownLineTypes()
{
    return {knownType, takenBackType};
}

QList<KnownLine> knownLinesOf(const QList<JournalRecord> &records, const QString &profileId)
{
    QList<KnownLine> lines;
    for (const JournalRecord &record : records) {
        const QJsonObject &data = record.data;
        if (data[QStringLiteral("profileId")].toString() != profileId)
            continue;
        const QString id = data[QStringLiteral("id")].toString();
        if (record.type == takenBackType)
            lines.removeIf([&](const KnownLine &line) { return line.id == id; });
        if (record.type == knownType)
            lines << KnownLine{id,
                               data[QStringLiteral("text")].toString(),
                               QDate::fromString(data[QStringLiteral("until")].toString(), Qt::ISODate),
                               data[QStringLiteral("name")].toString(),
                               data[QStringLiteral("note")].toString(),
                               record.time};
    }
    return lines;
}

QStringList knownTextsOn(const QDate &day, const QList<KnownLine> &lines)
{
    QStringList texts;
    for (const KnownLine &line : lines) {
        if (line.until >= day)
            texts << line.text;
    }
    return texts;
}

Result<QList<KnownLine>> readKnownLines(const ServiceEnvironment &environment, const Profile &profile)
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(const QList<JournalRecord> records, repository.journal().recordsOf(knownLineTypes()));
    return knownLinesOf(records, profile.id);
}

Result<KnownLine> addKnownLine(const ServiceEnvironment &environment, const Profile &profile, KnownLine line,
                               const std::stop_token &stop)
{
    const QDateTime now = environment.clock.now();
    MASCLET_TRY(checkLine(line, localDay(now, zoneNamed(profile.schedule.zone))));
    MASCLET_TRY_ASSIGN(HeldRepository held, hold(environment, profile, stop));
    line.id = newRunId(environment.clock);
    line.time = now;
    MASCLET_TRY(held.repository.journal().append(held.lock, knownType,
                                                 {{QStringLiteral("profileId"), profile.id},
                                                  {QStringLiteral("id"), line.id},
                                                  {QStringLiteral("text"), line.text},
                                                  {QStringLiteral("until"), line.until.toString(Qt::ISODate)},
                                                  {QStringLiteral("name"), line.name},
                                                  {QStringLiteral("note"), line.note},
                                                  {QStringLiteral("author"), environment.author}}));
    return line;
}

Result<> removeKnownLine(const ServiceEnvironment &environment, const Profile &profile, const QString &id,
                         const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const QList<KnownLine> lines, readKnownLines(environment, profile));
    if (std::none_of(lines.begin(), lines.end(), [&](const KnownLine &line) { return line.id == id; }))
        return fail(ErrorKind::Usage, Tr::tr("There is no known text \"%1\".").arg(oneLine(id, 100)),
                    Tr::tr("\"masclet-backup known list\" shows them."));
    MASCLET_TRY_ASSIGN(HeldRepository held, hold(environment, profile, stop));
    return held.repository.journal().append(held.lock, takenBackType,
                                            {{QStringLiteral("profileId"), profile.id},
                                             {QStringLiteral("id"), id},
                                             {QStringLiteral("author"), environment.author}});
}

} // namespace masclet
