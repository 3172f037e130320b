#include "tests/architecture/SourceRules.h"

#include <QList>
#include <QRegularExpression>

namespace masclet::test
{

namespace
{

// The table. A folder of core includes itself and earlier ones only.
const QStringList coreOrder = {
    QStringLiteral("base"),     QStringLiteral("job"),        QStringLiteral("profile"),
    QStringLiteral("process"),  QStringLiteral("server"),     QStringLiteral("archive"),
    QStringLiteral("pipeline"), QStringLiteral("repository"), QStringLiteral("catalog"),
    QStringLiteral("restore"),  QStringLiteral("checks"),     QStringLiteral("procedure"),
    QStringLiteral("schedule"), QStringLiteral("notify"),     QStringLiteral("service")};

// Which of our own top folders each may include. tests/ may include everything.
struct Arrow {
    QString from;
    QStringList to;
};
const QList<Arrow> arrows = {
    {QStringLiteral("core/"), {QStringLiteral("core/")}},
    {QStringLiteral("app/cli/"), {QStringLiteral("core/"), QStringLiteral("app/")}},
    {QStringLiteral("app/"), {QStringLiteral("core/"), QStringLiteral("app/"), QStringLiteral("ui/")}},
    {QStringLiteral("ui/"), {QStringLiteral("core/"), QStringLiteral("ui/")}},
};

// What may not be named in code (comments and strings do not count), where, and where it may nevertheless.
struct Ban {
    QRegularExpression pattern;
    QStringList in;
    QStringList except;
    QString why;
};
const QStringList core = {QStringLiteral("core/")};
const QStringList product = {QStringLiteral("core/"), QStringLiteral("app/"), QStringLiteral("ui/")};
const QList<Ban> bans = {
    {QRegularExpression(
         QStringLiteral("#include <(QtGui|QtWidgets|QtDBus|QWidget|QApplication|QGuiApplication|QDialog|"
                        "QMessageBox|QPainter|QPixmap|QImage|QIcon|QColor|QFont|QDBus\\w*)\\b")),
     {QStringLiteral("core/"), QStringLiteral("app/cli/")},
     {},
     QStringLiteral("no Gui, Widgets or D-Bus here")},
    {QRegularExpression(QStringLiteral("\\bQProcess\\w*")),
     product,
     {QStringLiteral("core/process/")},
     QStringLiteral("children are started by core/process alone")},
    {QRegularExpression(QStringLiteral("\\bPQ[a-z]\\w*\\s*\\(|\\blibpq-fe\\.h")),
     product,
     {QStringLiteral("core/server/")},
     QStringLiteral("libpq lives in core/server alone")},
    {QRegularExpression(QStringLiteral("\\bQSql\\w*")),
     product,
     {QStringLiteral("core/catalog/")},
     QStringLiteral("SQLite lives in core/catalog alone")},
    {QRegularExpression(QStringLiteral("#include <curl/|\\bcurl_[a-z]\\w*\\s*\\(")),
     product,
     {QStringLiteral("core/notify/")},
     QStringLiteral("libcurl lives in core/notify alone")},
    {QRegularExpression(QStringLiteral("\\bQEventLoop\\b|\\bprocessEvents\\b")),
     product,
     {},
     QStringLiteral("no nested event loops")},
    {QRegularExpression(
         QStringLiteral("(?<![\\w.>])(std::)?system\\s*\\(|\\bpopen\\s*\\(|\\bstartCommand\\b")),
     product,
     {},
     QStringLiteral("no shell")},
    {QRegularExpression(
         QStringLiteral("\\bqgetenv\\b|\\bqEnvironmentVariable\\w*|(?<![\\w.>])(std::|::)?getenv\\s*\\(|"
                        "\\bQStandardPaths\\b|\\bQDir::home\\w*|\\bsystemEnvironment\\b")),
     core,
     {},
     QStringLiteral("core is told its environment and paths")},
    {QRegularExpression(
         QStringLiteral("\\bcurrentDateTime\\w*|\\bQDate::currentDate\\b|\\bQTime::currentTime\\b|"
                        "\\bcurrentMSecsSinceEpoch\\b|\\bcurrentSecsSinceEpoch\\b|\\bsystem_clock::now\\b")),
     core,
     {QStringLiteral("core/base/Clock.cpp")},
     QStringLiteral("core asks its Clock")},
};

const QStringList topLevel = {QStringLiteral("CMakeLists.txt"),
                              QStringLiteral("CMakePresets.json"),
                              QStringLiteral("CONTRIBUTING.md"),
                              QStringLiteral("CHANGELOG.md"),
                              QStringLiteral("LICENSE"),
                              QStringLiteral("README.md"),
                              QStringLiteral("app"),
                              QStringLiteral("ui"),
                              QStringLiteral("resources"),
                              QStringLiteral("core"),
                              QStringLiteral("tests"),
                              QStringLiteral("packaging"),
                              QStringLiteral("build")};

constexpr int longestSource = 500; // lines of a .cpp

// In two pieces, or this file would be its own breach.
const QString machinePath = QStringLiteral("/wo") + QStringLiteral("rk/");

bool below(const QString &path, const QStringList &prefixes)
{
    return std::any_of(prefixes.cbegin(), prefixes.cend(),
                       [&](const QString &prefix) { return path.startsWith(prefix); });
}

QString breach(const QString &path, int line, const QString &what, const QString &why)
{
    return QStringLiteral("%1:%2: %3 (%4)").arg(path).arg(line).arg(what, why);
}

QString includeBreach(const QString &path, const QString &included)
{
    const auto arrow = std::find_if(arrows.cbegin(), arrows.cend(),
                                    [&](const Arrow &row) { return path.startsWith(row.from); });
    if (arrow == arrows.cend())
        return {};
    if (!below(included, arrow->to))
        return QStringLiteral("only includes of %1 from here").arg(arrow->to.join(QStringLiteral(", ")));
    if (!path.startsWith(QStringLiteral("core/")))
        return {};
    const auto from = coreOrder.indexOf(path.section(u'/', 1, 1));
    const auto to = coreOrder.indexOf(included.section(u'/', 1, 1));
    if (from < 0 || to < 0)
        return QStringLiteral("a folder of core that the order does not know");
    return to > from ? QStringLiteral("a later folder of core") : QString();
}

} // namespace

QByteArray withoutCommentsAndStrings(const QByteArray &content)
{
    enum class State { Code, Line, Block, String, Character, Raw };
    State state = State::Code;
    QByteArray result = content;
    QByteArray rawEnd;
    for (qsizetype i = 0; i < content.size(); ++i) {
        const QByteArrayView rest = QByteArrayView(content).sliced(i);
        const QByteArrayView two = rest.first(std::min(rest.size(), qsizetype(2)));
        const char c = content[i];
        if (state == State::Code) {
            if (two == "//" || two == "/*") {
                state = two == "//" ? State::Line : State::Block;
            } else if (two == "R\"") {
                const auto open = content.indexOf('(', i);
                rawEnd = ')' + content.mid(i + 2, open - i - 2) + '"';
                state = State::Raw;
                i = open;
                continue;
            } else if (c == '"' && !QByteArrayView(content).first(i).endsWith("#include ")) {
                state = State::String;
                continue;
            } else if (c == '\'' && (i == 0 || !isalnum(static_cast<unsigned char>(content[i - 1])))) {
                state = State::Character;
                continue;
            }
        } else if ((state == State::String || state == State::Character) && c == '\\') {
            result[i] = ' ';
            if (++i < content.size() && content[i] != '\n')
                result[i] = ' ';
            continue;
        } else if ((state == State::Line && c == '\n') || (state == State::String && c == '"') ||
                   (state == State::Character && c == '\'')) {
            state = State::Code;
            continue;
        } else if (state == State::Block && two == "*/") {
            state = State::Code;
            result[i] = result[i + 1] = ' ';
            ++i;
            continue;
        } else if (state == State::Raw && rest.startsWith(rawEnd)) {
            state = State::Code;
            i += rawEnd.size() - 1;
            continue;
        }
        if (state != State::Code && c != '\n')
            result[i] = ' ';
    }
    return result;
}

QStringList sourceBreaches(const QString &path, const QByteArray &content)
{
    QStringList found;
    const auto lines = content.count('\n');
    if (path.endsWith(QStringLiteral(".cpp")) && lines > longestSource)
        found << breach(path, int(lines), QStringLiteral("too long"), QStringLiteral("500 lines at most"));

    static const QRegularExpression include(QStringLiteral("^\\s*#include \"([^\"]+)\""));
    int number = 0;
    for (const QByteArray &code : withoutCommentsAndStrings(content).split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(code);
        if (const auto match = include.match(line); match.hasMatch()) {
            const QString why = includeBreach(path, match.captured(1));
            if (!why.isEmpty())
                found << breach(path, number, match.captured(1), why);
        }
        for (const Ban &ban : bans) {
            if (!below(path, ban.in) || below(path, ban.except))
                continue;
            const auto match = ban.pattern.match(line);
            if (match.hasMatch())
                found << breach(path, number, match.captured(0), ban.why);
        }
    }
    return found;
}

QStringList textBreaches(const QString &path, const QByteArray &content)
{
    QStringList found;
    const bool script = path.endsWith(QStringLiteral(".sh")) || path.startsWith(QStringLiteral(".ci/")) ||
                        path.endsWith(QStringLiteral("CMakeLists.txt")) ||
                        path.endsWith(QStringLiteral(".npmrc"));
    int number = 0;
    for (const QByteArray &line : content.split('\n')) {
        ++number;
        if (line.contains(machinePath.toLatin1()))
            found << breach(path, number, machinePath, QStringLiteral("a path of one machine"));
        // A socket of this machine is no address.
        if (script && QByteArray(line).replace("unix://", "").contains("://"))
            found << breach(path, number, QStringLiteral("://"),
                            QStringLiteral("scripts use package managers as they are set up, no addresses"));
    }
    return found;
}

QStringList topLevelBreaches(const QStringList &names)
{
    QStringList found;
    for (const QString &name : names) {
        if (!name.startsWith(u'.') && !topLevel.contains(name))
            found << breach(name, 0, name, QStringLiteral("the top level is closed"));
    }
    return found;
}

} // namespace masclet::test
