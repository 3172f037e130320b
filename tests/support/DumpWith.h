#pragma once

#include "tests/support/FakeTool.h"
#include "tests/support/TempCluster.h"

#include <QFile>

namespace masclet::test
{

/// A pg_dump whose output gets `sql` before its last lines: what a broken or hostile source could send.
/// pg_dumpall and the rest are the real ones.
class DumpWith
{
public:
    explicit DumpWith(const QByteArray &sql)
        : m_tool("case \"$*\" in *--version*) exec " + real() + " \"$@\";; esac\n" + real() +
                 " \"$@\" | awk -v 'extra=" + sql +
                 "' '/^-- PostgreSQL database dump complete/ { print extra \"\\n\\n--\" } { print }'")
    {
        for (const char *name : {"pg_dumpall", "psql", "pg_restore"})
            QFile::link(stockPrograms() + QChar(u'/') + QLatin1String(name),
                        m_tool.folder() + QChar(u'/') + QLatin1String(name));
    }
    QString folder() const { return m_tool.folder(); }

private:
    static QByteArray real() { return (stockPrograms() + QStringLiteral("/pg_dump")).toUtf8(); }

    FakeTool m_tool;
};

} // namespace masclet::test
