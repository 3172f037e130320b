#include "tests/core/notify/tst_AlarmBook.h"

#include "core/notify/AlarmBook.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>

using namespace masclet;
using namespace std::chrono_literals;

namespace
{

const QString profileId = QStringLiteral("0123456789abcdef0123456789abcdef");

Incident sampleIncident()
{
    const QDateTime since(QDate(2025, 2, 18), QTime(1, 0), Qt::UTC);
    return {QStringLiteral("20250218T010000Z-3f9c2a"),
            {QStringLiteral("run:backup"), QStringLiteral("It failed."), QStringLiteral("Look.")},
            since,
            QStringList{QStringLiteral("devops")},
            since.addSecs(3),
            QStringLiteral("ana@host"),
            since.addSecs(60)};
}

} // namespace

void tst_AlarmBook::alarmsAndNotesComeBack()
{
    const QTemporaryDir state;
    {
        auto book = AlarmBook::open(state.path(), profileId, 0ms, {});
        QVERIFY_RESULT(book);
        book->incidents << sampleIncident();
        book->notes << JournalNote{QStringLiteral("notified"), {{QStringLiteral("a"), 1}}};
        QVERIFY_RESULT(book->save());
    }
    const auto again = AlarmBook::open(state.path(), profileId, 0ms, {});
    QVERIFY_RESULT(again);
    QVERIFY(again->problem.isEmpty());
    QCOMPARE(again->incidents.size(), 1);
    const Incident &incident = again->incidents.first();
    QCOMPARE(incident.id, sampleIncident().id);
    QCOMPARE(incident.trouble.sentence, QStringLiteral("It failed."));
    QCOMPARE(incident.told, sampleIncident().told);
    QCOMPARE(incident.lastTold, sampleIncident().lastTold);
    QCOMPARE(incident.acknowledged, QStringLiteral("ana@host"));
    QCOMPARE(again->notes.first().data[QStringLiteral("a")].toInt(), 1);
}

void tst_AlarmBook::onlyOneHasItAtATime()
{
    const QTemporaryDir state;
    const auto first = AlarmBook::open(state.path(), profileId, 0ms, {});
    QVERIFY_RESULT(first);
    QVERIFY_FAILS(AlarmBook::open(state.path(), profileId, 60ms, {}), ErrorKind::Locked);
    QVERIFY_RESULT(AlarmBook::read(state.path(), profileId));
    QVERIFY_RESULT(AlarmBook::open(state.path(), QString(profileId).replace(u'0', u'1'), 0ms, {}));
}

void tst_AlarmBook::aBrokenFileBeginsAnewAndIsSaid()
{
    const QTemporaryDir state;
    QVERIFY_RESULT(AlarmBook::open(state.path(), profileId, 0ms, {}));
    QFile file(state.filePath(QStringLiteral("alarms/%1.json").arg(profileId)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"incidents\": [{}], \"notes\": []}");
    file.close();
    const auto book = AlarmBook::open(state.path(), profileId, 0ms, {});
    QVERIFY_RESULT(book);
    QVERIFY(!book->problem.isEmpty());
    QVERIFY(book->incidents.isEmpty());
    QVERIFY_RESULT(book->save());
    QVERIFY(
        AlarmBook::open(state.path(), QString(profileId).replace(u'1', u'2'), 0ms, {})->problem.isEmpty());
}
