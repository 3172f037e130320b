#pragma once

#include "core/base/Directory.h"

#include <functional>
#include <vector>

namespace masclet
{

/// Opens the folders on the way to relative paths below a root, each through the one above it and never
/// through a link, and keeps those of the last path open: archives come in order. One thread.
class FolderTrail
{
public:
    /// `root` must outlive the trail.
    explicit FolderTrail(const Directory &root);

    /// The folder that `path` lies in, valid until the next call; nullptr when one on the way is missing.
    /// Storage when something on the way is no folder.
    Result<const Directory *> find(const QByteArray &path);
    /// The same; what is missing is told and made (0700). An error of `tell` ends it.
    using Tell = std::function<Result<>(const QByteArray &)>;
    Result<const Directory *> make(const QByteArray &path, const Tell &tell);

private:
    struct Step {
        QByteArray name;
        Directory folder;
    };
    /// Nothing to tell: nothing is made.
    Result<const Directory *> walk(const QByteArray &path, const Tell *tell);

    const Directory &m_root;
    std::vector<Step> m_open;
};

/// Behind the last slash.
QByteArray lastNameOf(const QByteArray &path);

} // namespace masclet
