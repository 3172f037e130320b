#pragma once

#include "core/base/Directory.h"
#include "core/notify/Ladder.h"

#include <QJsonObject>

#include <chrono>
#include <stop_token>

namespace masclet
{

/// Something for the repository's journal that waits until somebody holds its lock.
struct JournalNote {
    QString type;
    QJsonObject data;
};

/// The open alarms of one profile: alarms/<profile id>.json in the state folder, so that they are known also
/// when the repository is not. While one is open, no other process has it: nobody is told twice. Move only;
/// one thread.
class AlarmBook
{
public:
    /// Waits at most `wait` for another process. Locked after that, Storage.
    static Result<AlarmBook> open(const QString &stateFolder, const QString &profileId,
                                  std::chrono::milliseconds wait, const std::stop_token &stop);
    /// Where the files of all profiles are.
    static QString folderOf(const QString &stateFolder);
    /// What is open, without waiting for anybody. Empty when there is no file.
    static Result<QList<Incident>> read(const QString &stateFolder, const QString &profileId);

    QList<Incident> incidents;
    QList<JournalNote> notes;
    QString problem; ///< the file could not be read, and begins anew; empty: it could

    Result<> save() const;

private:
    AlarmBook(Directory folder, QByteArray name, Fd lock);

    Directory m_folder;
    QByteArray m_name;
    Fd m_lock;
};

} // namespace masclet
