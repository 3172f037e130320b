#include "core/profile/Policy.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

constexpr qint64 largestPolicy = 1024 * 1024;

struct RightRow {
    Right right;
    const char *name;
    const char *what;
};
constexpr std::array rights{
    RightRow{Right::BackUp, "backup", QT_TRANSLATE_NOOP("Policy", "make backups")},
    RightRow{Right::Verify, "verify", QT_TRANSLATE_NOOP("Policy", "verify and test backups")},
    RightRow{Right::Restore, "restore", QT_TRANSLATE_NOOP("Policy", "restore under a new name")},
    RightRow{Right::Replace, "replace", QT_TRANSLATE_NOOP("Policy", "replace what is there")},
    RightRow{Right::Delete, "delete", QT_TRANSLATE_NOOP("Policy", "delete backups and kept databases")},
};

const RightRow &rowOf(Right right)
{
    return *std::find_if(rights.begin(), rights.end(),
                         [right](const RightRow &row) { return row.right == right; });
}

tl::unexpected<Error> broken(const QString &place, const QString &why)
{
    return fail(ErrorKind::Config, QStringLiteral("%1: %2").arg(oneLine(place), why),
                Tr::tr("Until it is mended nobody but root may do anything. It has a [rights] table with "
                       "backup, verify, restore, replace, delete = [\"user\", \"@group\"]."));
}

/// The list of one right; nothing when it is no list of texts.
std::optional<QStringList> listOf(const toml::node &node)
{
    const toml::array *array = node.as_array();
    if (!array)
        return {};
    QStringList list;
    for (const toml::node &item : *array) {
        const auto *text = item.as_string();
        if (!text || text->get().empty())
            return {};
        list << QString::fromStdString(text->get());
    }
    return list;
}

} // namespace

QString nameOf(Right right)
{
    return QString::fromLatin1(rowOf(right).name);
}

Result<Policy> Policy::read(const QString &path)
{
    struct stat info = {};
    QFile file(path);
    if (::lstat(QFile::encodeName(path).constData(), &info) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return Policy();
        return broken(path, QString::fromLocal8Bit(strerror(errno)));
    }
    if (!S_ISREG(info.st_mode) || info.st_uid != 0 || (info.st_mode & 022) != 0)
        return broken(path, Tr::tr("The file must be root's and not be writable for others."));
    if (!file.open(QIODevice::ReadOnly))
        return broken(path, file.errorString());
    return parse(file.read(largestPolicy), path);
}

Result<Policy> Policy::parse(const QByteArray &text, const QString &place)
{
    Policy policy;
    policy.m_restricted = true;
    policy.m_place = place;
    try {
        const toml::table root = toml::parse(std::string_view(text.constData(), size_t(text.size())));
        const toml::table *table = root["rights"].as_table();
        if (!table || root.size() != 1)
            return broken(place, Tr::tr("One table is expected: [rights]."));
        for (const auto &[key, node] : *table) {
            const QString name = QString::fromStdString(std::string(key.str()));
            const bool known = std::any_of(rights.begin(), rights.end(), [&](const RightRow &row) {
                return name == QLatin1String(row.name);
            });
            const std::optional<QStringList> list = listOf(node);
            if (!known || !list)
                return broken(place, Tr::tr("The key \"%1\" is not understood.").arg(oneLine(name, 60)));
            policy.m_rights.insert(name, *list);
        }
    } catch (const toml::parse_error &problem) { // thrown by toml++ for what is no TOML
        return broken(place, oneLine(QString::fromUtf8(problem.description().data(),
                                                       qsizetype(problem.description().size())),
                                     300));
    }
    return policy;
}

Result<> Policy::check(Right right, const Operator &who) const
{
    if (!m_restricted || who.id == 0)
        return {};
    const QStringList list = m_rights.value(nameOf(right));
    const bool allowed = std::any_of(list.begin(), list.end(), [&](const QString &entry) {
        return entry == QStringLiteral("*") || entry == who.name ||
               (entry.startsWith(u'@') && who.groups.contains(entry.mid(1)));
    });
    if (allowed)
        return {};
    return fail(ErrorKind::Config,
                Tr::tr("%1 may not do this here: %2.")
                    .arg(oneLine(who.name, 60), QCoreApplication::translate("Policy", rowOf(right).what)),
                Tr::tr("The key rights.%1 in %2 names who may.").arg(nameOf(right), oneLine(m_place)));
}

} // namespace masclet
