#include "tests/support/DatabaseCompare.h"

#include <QFile>
#include <QRegularExpression>

namespace masclet::test
{

namespace
{

/// ((kind)::text = ANY ((ARRAY['a'::character varying])::text[])) comes back from a dump as
/// ((kind)::text = ANY (ARRAY[('a'::character varying)::text])).
QByteArray withAlikeLists(const QByteArray &definition)
{
    if (!definition.contains("ARRAY["))
        return definition;
    static const QRegularExpression list(
        QStringLiteral("\\(ARRAY\\[((?:'(?:[^']|'')*'::character varying(?:, )?)+)\\]\\)::text\\[\\]"));
    static const QRegularExpression item(QStringLiteral("('(?:[^']|'')*'::character varying)"));
    QString text = QString::fromLatin1(definition);
    for (auto match = list.match(text); match.hasMatch(); match = list.match(text)) {
        QString items = match.captured(1);
        items.replace(item, QStringLiteral("(\\1)::text"));
        text.replace(match.capturedStart(), match.capturedLength(), QStringLiteral("ARRAY[%1]").arg(items));
    }
    return text.toLatin1();
}

} // namespace

Result<DatabaseContents> databaseContents(const TempCluster &cluster, const QByteArray &database)
{
    QFile script(QStringLiteral(MASCLET_TEST_SUPPORT_DIR "/DatabaseContents.sql"));
    if (!script.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, script.fileName() + QStringLiteral(": ") + script.errorString());
    MASCLET_TRY_ASSIGN(const QByteArray output, cluster.psql(database, script.readAll()));
    DatabaseContents contents;
    for (const QByteArray &line : output.split('\n')) {
        const auto first = line.indexOf('\t');
        const auto second = line.indexOf('\t', first + 1);
        const QByteArray key = line.first(first) + ' ' + line.sliced(first + 1, second - first - 1);
        if (key.contains("pg_temp"))
            continue; // the script's own helpers
        if (contents.contains(key))
            return fail(ErrorKind::Internal, QStringLiteral("Two objects share one identity"), {},
                        QString::fromLatin1(key));
        contents.insert(key, withAlikeLists(line.sliced(second + 1)));
    }
    return contents;
}

QStringList differences(const DatabaseContents &source, const DatabaseContents &copy)
{
    QStringList found;
    for (auto it = source.cbegin(); it != source.cend(); ++it) {
        const QString key = QString::fromUtf8(it.key());
        const auto other = copy.constFind(it.key());
        if (other == copy.cend())
            found << QStringLiteral("missing: %1").arg(key);
        else if (*other != *it)
            found << QStringLiteral("%1\n  source: %2\n  copy:   %3")
                         .arg(key, QString::fromUtf8(*it), QString::fromUtf8(*other));
    }
    for (auto it = copy.cbegin(); it != copy.cend(); ++it) {
        if (!source.contains(it.key()))
            found << QStringLiteral("added: %1").arg(QString::fromUtf8(it.key()));
    }
    return found;
}

Result<QStringList> compareDatabases(const TempCluster &cluster, const QByteArray &source,
                                     const QByteArray &copy)
{
    MASCLET_TRY_ASSIGN(const DatabaseContents a, databaseContents(cluster, source));
    MASCLET_TRY_ASSIGN(const DatabaseContents b, databaseContents(cluster, copy));
    return differences(a, b);
}

QByteArray withoutKeys(const QByteArray &dump)
{
    QByteArray result;
    result.reserve(dump.size());
    for (const QByteArray &line : dump.split('\n')) {
        if (line.startsWith("\\restrict ") || line.startsWith("\\unrestrict "))
            result += line.first(line.indexOf(' ')) + " KEY\n";
        else
            result += line + '\n';
    }
    return result;
}

Result<QByteArray> schemaDump(const TempCluster &cluster, const QByteArray &database)
{
    MASCLET_TRY_ASSIGN(const QByteArray dump,
                       cluster.tool(QStringLiteral("pg_dump"), {QStringLiteral("--schema-only")}, database));
    return withoutKeys(dump);
}

} // namespace masclet::test
