#include "core/server/PassFileStore.h"

#include "core/base/Directory.h"
#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/process/PassFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <openssl/crypto.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PassFileStore)
};

constexpr qint64 maximumSize = 1024 * 1024;

/// The five fields of a line with their escapes undone; fewer when it is not a pass line.
QList<QByteArray> fieldsOf(const QByteArray &line)
{
    QList<QByteArray> fields{QByteArray()};
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size())
            fields.last() += line[++i];
        else if (line[i] == ':' && fields.size() < 5)
            fields << QByteArray();
        else
            fields.last() += line[i];
    }
    return fields;
}

QList<QByteArray> keyOf(const ToolCommand::PassEntry &entry)
{
    return {entry.host, entry.port, entry.database, entry.user};
}

/// libpq: each of the first four fields is equal or "*".
bool matches(const QList<QByteArray> &fields, const ToolCommand::PassEntry &where)
{
    const QList<QByteArray> wanted = keyOf(where);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (fields[i] != "*" && fields[i] != wanted[i])
            return false;
    }
    return true;
}

bool isLineOf(const QByteArray &line, const ToolCommand::PassEntry &where)
{
    const QList<QByteArray> fields = fieldsOf(line);
    return !line.startsWith('#') && fields.size() == 5 && fields.first(4) == keyOf(where);
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), size_t(bytes.size()));
}

} // namespace

PassFileStore::PassFileStore(QString path)
    : m_path(std::move(path))
{
    // Mounted secrets are links; what counts is the file itself.
    if (const QFileInfo info(m_path); info.isSymLink() && info.exists())
        m_path = info.canonicalFilePath();
}

Result<QByteArray> PassFileStore::read() const
{
    const QFileInfo info(m_path);
    if (!info.exists())
        return QByteArray();
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::open(info.absolutePath()));
    const QByteArray name = QFile::encodeName(info.fileName());
    MASCLET_TRY_ASSIGN(const Directory::Entry entry, folder.stat(name));
    if ((entry.mode & 077) != 0)
        return fail(ErrorKind::Credentials, Tr::tr("Others may read the pass file %1.").arg(oneLine(m_path)),
                    Tr::tr("Protect it: chmod 600 %1").arg(oneLine(m_path)));
    return folder.readFile(name, maximumSize);
}

Result<> PassFileStore::write(const QByteArray &content) const
{
    const QFileInfo info(m_path);
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::openOrMake(info.absolutePath()));
    const QByteArray temporary = ".pgpass-" + randomHex(6);
    MASCLET_TRY(folder.writeFile(temporary, content));
    if (auto replaced = folder.replace(temporary, QFile::encodeName(info.fileName())); !replaced) {
        (void)folder.removeFile(temporary); // the first failure is the one to tell
        return fail(std::move(replaced).error());
    }
    MASCLET_TRY(folder.sync());
    return {};
}

Result<std::optional<Secret>> PassFileStore::find(const ToolCommand::PassEntry &where) const
{
    MASCLET_TRY_ASSIGN(QByteArray content, read());
    std::optional<Secret> found;
    for (const QByteArray &line : content.split('\n')) {
        if (line.startsWith('#'))
            continue;
        QList<QByteArray> fields = fieldsOf(line.endsWith('\r') ? line.chopped(1) : line);
        if (fields.size() == 5 && matches(fields, where)) {
            found = Secret::take(fields[4]);
            break;
        }
    }
    wipe(content);
    return found;
}

Result<> PassFileStore::set(const ToolCommand::PassEntry &entry) const
{
    MASCLET_TRY_ASSIGN(QByteArray line, passLine(entry));
    MASCLET_TRY_ASSIGN(QByteArray content, read());
    QByteArray changed;
    for (const QByteArray &old : content.split('\n')) {
        if (!old.isEmpty() && !isLineOf(old, entry))
            changed += old + '\n';
    }
    // In front: libpq takes the first match, and an older line with "*" must not win over what was just set.
    changed.prepend(line);
    Result<> written = write(changed);
    wipe(line);
    wipe(content);
    wipe(changed);
    return written;
}

Result<bool> PassFileStore::remove(const ToolCommand::PassEntry &where) const
{
    MASCLET_TRY_ASSIGN(QByteArray content, read());
    QByteArray changed;
    bool removed = false;
    for (const QByteArray &old : content.split('\n')) {
        if (isLineOf(old, where))
            removed = true;
        else if (!old.isEmpty())
            changed += old + '\n';
    }
    Result<> written = removed ? write(changed) : Result<>();
    wipe(content);
    wipe(changed);
    if (!written)
        return fail(std::move(written).error());
    return removed;
}

} // namespace masclet
