#pragma once

#include "tests/support/FakeTool.h"
#include "tests/support/TempCluster.h"

#include <QStringList>

namespace masclet::test
{

/// A folder with a pg_dump (and pg_dumpall) that are the real ones but for what the script does around them;
/// `--version` answers as the real one. Use with `--tools`.
class DumpStub
{
public:
    /// `dump` stands for pg_dump, `globals` for pg_dumpall; each has the tool's own arguments in "$@".
    explicit DumpStub(const QByteArray &dump, const QByteArray &globals = run("pg_dumpall"))
        : DumpStub(real("pg_dump") + " --version", dump, globals)
    {
    }
    /// The real tools, which say that they are of another version.
    static DumpStub ofVersion(const QByteArray &version)
    {
        return DumpStub("echo 'pg_dump (PostgreSQL) " + version + "'", "exec " + run("pg_dump"),
                        "exec " + run("pg_dumpall"));
    }
    QStringList option() const { return {QStringLiteral("--tools"), m_dump.folder()}; }
    QString folder() const { return m_dump.folder(); }

    static QByteArray real(const char *name) { return stockPrograms().toUtf8() + '/' + name; }
    /// Script line that runs the real tool as it was called.
    static QByteArray run(const char *name) { return real(name) + " \"$@\""; }

private:
    DumpStub(const QByteArray &version, const QByteArray &dump, const QByteArray &globals)
        : m_dump("case \"$1\" in --version) " + version + "; exit;; esac\n" + dump)
    {
        QFile all(m_dump.folder() + QStringLiteral("/pg_dumpall"));
        if (!all.open(QIODevice::WriteOnly) || all.write("#!/bin/sh\n" + globals + '\n') < 0)
            qFatal("cannot write the stub");
        all.setPermissions(QFile::Permissions(0x7755));
    }

    FakeTool m_dump;
};

} // namespace masclet::test
