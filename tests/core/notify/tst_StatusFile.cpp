#include "tests/core/notify/tst_StatusFile.h"

#include "core/notify/StatusFile.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace masclet;

namespace
{

PublicStatus samplePublicStatus()
{
    const QDateTime start(QDate(2025, 2, 18), QTime(1, 0), Qt::UTC);
    PublicStatus status;
    status.profile = QStringLiteral("sh\\o\"p\n1");
    status.machine = QStringLiteral("db1");
    status.written = start.addSecs(3600);
    status.level = StatusLevel::Critical;
    status.remarks = {{StatusLevel::Critical, QStringLiteral("proven"), QStringLiteral("Old.")}};
    status.newestSet = QStringLiteral("shop_20250218");
    status.verified = start;
    status.sets = 3;
    status.newestBytes = 12345;
    status.openAlarms = 2;
    status.answeredAlarms = 1;
    status.runs = {{QStringLiteral("backup"),
                    QStringLiteral("failed"),
                    QStringLiteral("schedule"),
                    13,
                    start,
                    start.addSecs(5),
                    5125,
                    {}}};
    return status;
}

} // namespace

void tst_StatusFile::metricsAreInTheTextFormatOfPrometheus()
{
    const QByteArray text = metricsText(samplePublicStatus());
    const QByteArray label = "{profile=\"sh\\\\o\\\"p\\n1\"";
    QVERIFY2(text.contains("masclet_backup_status" + label + "} 2\n"), text.constData());
    QVERIFY(text.contains("masclet_backup_last_verified_timestamp_seconds" + label + "} 1739840400\n"));
    QVERIFY(text.contains("masclet_backup_last_restore_tested_timestamp_seconds" + label + "} 0\n"));
    QVERIFY(text.contains("masclet_backup_last_run_exit_code" + label + ",verb=\"backup\"} 13\n"));
    QVERIFY(text.contains("masclet_backup_last_run_duration_seconds" + label + ",verb=\"backup\"} 5.125\n"));
    QVERIFY(text.contains("masclet_backup_open_alarms" + label + "} 2\n"));
    // Each line is a comment or a sample, and each metric has its HELP and TYPE once, before it.
    static const QRegularExpression sample(
        QStringLiteral("\\A([a-z_]+)\\{([a-z]+=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)+\\} -?[0-9.]+\\z"));
    QSet<QString> typed;
    QVERIFY(text.endsWith('\n'));
    for (const QByteArray &line : text.chopped(1).split('\n')) {
        if (line.startsWith("# TYPE ")) {
            QVERIFY(!typed.contains(QString::fromLatin1(line.split(' ')[2])));
            typed.insert(QString::fromLatin1(line.split(' ')[2]));
        } else if (!line.startsWith("# HELP ")) {
            const auto match = sample.match(QString::fromUtf8(line));
            QVERIFY2(match.hasMatch(), line.constData());
            QVERIFY(typed.contains(match.captured(1)));
        }
    }
}

void tst_StatusFile::theDocumentSaysTheSame()
{
    const QJsonDocument document = QJsonDocument::fromJson(statusJson(samplePublicStatus()));
    QCOMPARE(document[QStringLiteral("level")].toString(), QStringLiteral("CRITICAL"));
    QCOMPARE(document[QStringLiteral("code")].toInt(), 2);
    QCOMPARE(document[QStringLiteral("proven")].toString(), QString());
    QCOMPARE(document[QStringLiteral("runs")][0][QStringLiteral("exitCode")].toInt(), 13);
    QCOMPARE(document[QStringLiteral("alarms")][QStringLiteral("answered")].toInt(), 1);
}

void tst_StatusFile::everybodyMayReadItAndNobodySeesHalfOfIt()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("status.json"));
    QVERIFY_RESULT(writePublicFile(path, "one"));
    QFile reader(path); // keeps the file it opened
    QVERIFY(reader.open(QIODevice::ReadOnly));
    QVERIFY_RESULT(writePublicFile(path, "two"));
    QCOMPARE(reader.readAll(), QByteArray("one"));
    struct stat info = {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777, mode_t(0644));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("status.json")});
    QVERIFY_FAILS(writePublicFile(folder.filePath(QStringLiteral("none/status.json")), "x"),
                  ErrorKind::Storage);
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("taken")));
    QVERIFY_FAILS(writePublicFile(folder.filePath(QStringLiteral("taken")), "x"), ErrorKind::Storage);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}
