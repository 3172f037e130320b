#include "core/process/ToolCommand.h"

#include "core/base/Text.h"
#include "core/process/ContainerCall.h"

namespace masclet
{

namespace
{

/// Quoted as a POSIX shell reads it; plain words stay plain. Foreign bytes are shown on one line.
QString shellWord(const QByteArray &word)
{
    static constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                              "-_=/.,:@%+";
    const bool isPlain =
        !word.isEmpty() && std::string_view(word.constData(), size_t(word.size())).find_first_not_of(plain) ==
                               std::string_view::npos;
    if (isPlain)
        return QString::fromLatin1(word);
    QByteArray quoted = word;
    quoted.replace("'", "'\\''");
    return QChar(u'\'') + oneLine(quoted) + QChar(u'\'');
}

} // namespace

QString ToolCommand::forLog() const
{
    if (container)
        return clientCall(*this).forLog();
    QStringList words{shellWord(program.toUtf8())};
    for (const QByteArray &argument : arguments)
        words << shellWord(argument);
    return words.join(u' ');
}

QList<QByteArray> cleanEnvironment()
{
    return {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8",
            "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=/"};
}

} // namespace masclet
