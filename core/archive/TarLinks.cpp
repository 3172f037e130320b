#include "core/archive/TarLinks.h"

#include <QList>

namespace masclet
{

bool leadsAboveRoot(const QByteArray &path, const QByteArray &target)
{
    if (target.startsWith('/'))
        return false;
    qsizetype depth = path.count('/');
    for (const QByteArray &part : target.split('/')) {
        if (part == "..")
            --depth;
        else if (!part.isEmpty() && part != ".")
            ++depth;
        if (depth < 0)
            return true;
    }
    return false;
}

} // namespace masclet
