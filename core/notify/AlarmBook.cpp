#include "core/notify/AlarmBook.h"

#include "core/base/Hash.h"
#include "core/base/Json.h"
#include "core/base/JsonFields.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <thread>

#include <sys/file.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(AlarmBook)
};

constexpr qint64 largestBook = 4 * 1024 * 1024;
/// What the journal did not take for so long it need not take any more.
constexpr qsizetype mostNotes = 1000;

QJsonObject toJson(const Incident &incident)
{
    return {{QStringLiteral("id"), incident.id},
            {QStringLiteral("key"), incident.trouble.key},
            {QStringLiteral("sentence"), incident.trouble.sentence},
            {QStringLiteral("hint"), incident.trouble.hint},
            {QStringLiteral("since"), utcText(incident.since)},
            {QStringLiteral("told"), QJsonArray::fromStringList(incident.told)},
            {QStringLiteral("lastTold"), utcText(incident.lastTold)},
            {QStringLiteral("acknowledged"), incident.acknowledged},
            {QStringLiteral("acknowledgedAt"), utcText(incident.acknowledgedAt)}};
}

Result<Incident> incidentFrom(const QJsonObject &object)
{
    JsonFields fields(object, Tr::tr("alarm"), ErrorKind::Storage);
    Incident incident;
    incident.id = fields.word("id");
    incident.trouble = {fields.word("key"), fields.text("sentence"), fields.text("hint")};
    incident.since = fields.utc("since");
    incident.told = fields.texts("told");
    incident.lastTold = fields.optionalUtc("lastTold");
    incident.acknowledged = fields.text("acknowledged");
    incident.acknowledgedAt = fields.optionalUtc("acknowledgedAt");
    MASCLET_TRY(fields.finish());
    return incident;
}

struct BookContent {
    QList<Incident> incidents;
    QList<JournalNote> notes;
};

Result<BookContent> contentOf(const Directory &folder, const QByteArray &name)
{
    BookContent content;
    MASCLET_TRY_ASSIGN(const bool there, folder.exists(name));
    if (!there)
        return content;
    MASCLET_TRY_ASSIGN(const QByteArray text, folder.readFile(name, largestBook));
    MASCLET_TRY_ASSIGN(const QJsonObject object, parseJsonObject(text, ErrorKind::Storage));
    JsonFields fields(object, Tr::tr("alarms"), ErrorKind::Storage);
    const QJsonArray incidents = fields.array("incidents");
    const QJsonArray notes = fields.array("notes");
    MASCLET_TRY(fields.finish());
    for (const QJsonValue &value : incidents) {
        MASCLET_TRY_ASSIGN(const Incident incident, incidentFrom(value.toObject()));
        content.incidents << incident;
    }
    for (const QJsonValue &value : notes)
        content.notes << JournalNote{value[QStringLiteral("type")].toString(),
                                     value[QStringLiteral("data")].toObject()};
    return content;
}

} // namespace

AlarmBook::AlarmBook(Directory folder, QByteArray name, Fd lock)
    : m_folder(std::move(folder))
    , m_name(std::move(name))
    , m_lock(std::move(lock))
{
}

QString AlarmBook::folderOf(const QString &stateFolder)
{
    return stateFolder + QStringLiteral("/alarms");
}

Result<AlarmBook> AlarmBook::open(const QString &stateFolder, const QString &profileId,
                                  std::chrono::milliseconds wait, const std::stop_token &stop)
{
    constexpr std::chrono::milliseconds slice{50};
    MASCLET_TRY_ASSIGN(Directory folder, Directory::openOrMake(folderOf(stateFolder)));
    MASCLET_TRY_ASSIGN(Fd lock, folder.openForAppend(profileId.toLatin1() + ".lock"));
    for (auto waited = std::chrono::milliseconds(0); ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0;
         waited += slice) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        if (waited >= wait)
            return fail(ErrorKind::Locked, Tr::tr("Another run is telling the contacts about its alarms."));
        std::this_thread::sleep_for(slice);
    }
    AlarmBook book(std::move(folder), profileId.toLatin1() + ".json", std::move(lock));
    if (Result<BookContent> content = contentOf(book.m_folder, book.m_name)) {
        book.incidents = std::move(content->incidents);
        book.notes = std::move(content->notes);
    } else {
        book.problem = Tr::tr("The list of open alarms could not be read and begins anew: %1")
                           .arg(content.error().message);
    }
    return book;
}

Result<QList<Incident>> AlarmBook::read(const QString &stateFolder, const QString &profileId)
{
    if (!QFileInfo::exists(folderOf(stateFolder)))
        return QList<Incident>();
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::open(folderOf(stateFolder)));
    return contentOf(folder, profileId.toLatin1() + ".json").map([](const BookContent &content) {
        return content.incidents;
    });
}

Result<> AlarmBook::save() const
{
    QJsonArray incidentList;
    for (const Incident &incident : incidents)
        incidentList << toJson(incident);
    QJsonArray noteList;
    for (const JournalNote &note : notes.mid(std::max<qsizetype>(notes.size() - mostNotes, 0)))
        noteList << QJsonObject{{QStringLiteral("type"), note.type}, {QStringLiteral("data"), note.data}};
    const QJsonObject object{{QStringLiteral("incidents"), incidentList},
                             {QStringLiteral("notes"), noteList}};
    const QByteArray temporary = '.' + m_name + '.' + randomHex(6);
    MASCLET_TRY(m_folder.writeFile(temporary, QJsonDocument(object).toJson(QJsonDocument::Compact)));
    if (Result<> replaced = m_folder.replace(temporary, m_name); !replaced) {
        (void)m_folder.removeFile(temporary);
        return replaced;
    }
    return {};
}

} // namespace masclet
