#include "core/restore/FolderTrail.h"

namespace masclet
{

FolderTrail::FolderTrail(const Directory &root)
    : m_root(root)
{
}

Result<const Directory *> FolderTrail::find(const QByteArray &path)
{
    return walk(path, nullptr);
}

Result<const Directory *> FolderTrail::make(const QByteArray &path, const Tell &tell)
{
    return walk(path, &tell);
}

Result<const Directory *> FolderTrail::walk(const QByteArray &path, const Tell *tell)
{
    QList<QByteArray> names = path.split('/');
    names.removeLast();
    size_t at = 0;
    while (at < m_open.size() && at < size_t(names.size()) && m_open[at].name == names[qsizetype(at)])
        ++at;
    m_open.erase(m_open.begin() + std::ptrdiff_t(at), m_open.end());
    for (; at < size_t(names.size()); ++at) {
        const Directory &above = m_open.empty() ? m_root : m_open.back().folder;
        const QByteArray &name = names[qsizetype(at)];
        MASCLET_TRY_ASSIGN(const bool there, above.exists(name));
        if (!there && !tell)
            return static_cast<const Directory *>(nullptr);
        if (!there)
            MASCLET_TRY((*tell)(names.mid(0, qsizetype(at) + 1).join('/')));
        MASCLET_TRY_ASSIGN(Directory next, there ? above.openChild(name) : above.makeChild(name));
        m_open.push_back({name, std::move(next)});
    }
    return m_open.empty() ? &m_root : &m_open.back().folder;
}

QByteArray lastNameOf(const QByteArray &path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

} // namespace masclet
