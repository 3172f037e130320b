#pragma once

#include "core/process/ToolCommand.h"

#include <QFile>
#include <QTemporaryDir>

namespace masclet::test
{

/// A shell script standing in for a client tool: writes, stalls, ends as told. Lives in a folder of its own
/// that every user may enter, and goes with it.
class FakeTool
{
public:
    /// `body` is the script behind the #! line.
    explicit FakeTool(const QByteArray &body, const QString &name = QStringLiteral("pg_dump"))
        : m_path(m_folder.filePath(name))
    {
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
        QFile script(m_path);
        if (!script.open(QIODevice::WriteOnly) || script.write("#!/bin/sh\n" + body + '\n') < 0)
            qFatal("cannot write %s", qPrintable(m_path));
        script.setPermissions(QFile::Permissions(0x7755));
    }

    QString path() const { return m_path; }
    QString folder() const { return m_folder.path(); }
    ToolCommand command(const QList<QByteArray> &arguments = {}) const
    {
        ToolCommand command;
        command.program = m_path;
        command.arguments = arguments;
        command.environment = cleanEnvironment();
        return command;
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace masclet::test
