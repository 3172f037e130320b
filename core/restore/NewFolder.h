#pragma once

#include "core/base/Directory.h"

#include <optional>

namespace masclet
{

/// A folder that gets its content all at once or not at all: what is written into staging() appears in it by
/// commit(); without that everything is removed again, the folder as well when it was made for this. Move
/// only; one thread.
class NewFolder
{
public:
    /// `path` is absolute and must be an empty folder, or not exist in a folder that does: else Usage. `tag`
    /// is part of the hidden name of what is not finished.
    static Result<NewFolder> create(const QString &path, const QByteArray &tag);
    NewFolder(NewFolder &&) noexcept = default;
    ~NewFolder();

    const Directory &staging() const { return *m_staging; }
    Result<> commit();

    /// After create() with that tag, and a kill: what was not finished goes, with the folder when it was not
    /// there before; a commit() that had begun is ended. Safe to repeat.
    static Result<> recover(const QString &path, bool folderWasThere, const QByteArray &tag);

private:
    NewFolder(Directory target, QByteArray tag);

    std::optional<Directory> m_parent; ///< of a folder that was made
    QByteArray m_name;
    std::optional<Directory> m_target;
    QByteArray m_tag;
    std::optional<Directory> m_staging;
};

} // namespace masclet
