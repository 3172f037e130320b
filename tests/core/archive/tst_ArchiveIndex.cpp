#include "tests/core/archive/tst_ArchiveIndex.h"

#include "core/archive/ArchiveIndex.h"
#include "core/base/Json.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <ctime>

using namespace masclet;

namespace
{

ArchiveIndex smallIndex()
{
    ArchiveIndex index;
    index.members = {{0, 100, 500, 7, 0xfedcba98u}, {100, 200, 600, 3, 1}};
    index.tables = {{"public", "animals", {"id", "nom"}, {{210, 250, 300, 4}, {700, 750, 800, 1}}},
                    {"s\"x", "a.b\nc", {}, {{400, 430, 460, 5}}}};
    index.dataAt = 200;
    index.postDataAt = 900;
    index.rawLength = 1100;
    index.largeObjects = 2;
    return index;
}

Result<ArchiveIndex> throughJson(const ArchiveIndex &index)
{
    const QByteArray text = QJsonDocument(toJson(index)).toJson(QJsonDocument::Compact);
    const auto object = parseJsonObject(text, ErrorKind::Verification);
    return object ? archiveIndexFromJson(*object) : Result<ArchiveIndex>(fail(object.error()));
}

} // namespace

void tst_ArchiveIndex::anIndexComesBackFromJsonAsItWas()
{
    const ArchiveIndex index = smallIndex();
    const auto back = throughJson(index);
    QVERIFY_RESULT(back);
    QCOMPARE(*back, index);
    QCOMPARE(back->rows(), 10);
    QCOMPARE(back->table("public", "animals")->rows(), 5);
    QVERIFY(!back->table("public", "parts"));
    QVERIFY_RESULT(throughJson(ArchiveIndex()));
}

void tst_ArchiveIndex::namesThatAreNotUtf8ComeBack()
{
    ArchiveIndex index = smallIndex();
    index.tables[0].name = "cabra\xe7";
    index.tables[0].columns[1] = "\xff";
    const auto back = throughJson(index);
    QVERIFY_RESULT(back);
    QCOMPARE(*back, index);
}

void tst_ArchiveIndex::contradictionsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("object");
    auto row = [](const char *name, auto change) {
        ArchiveIndex index = smallIndex();
        change(index);
        QTest::newRow(name) << toJson(index);
    };
    row("raw sum", [](auto &i) { i.members[0].rawLength++; });
    row("row sum", [](auto &i) { i.members[0].rows++; });
    row("no stored bytes", [](auto &i) { i.members[0].storedLength = 28; });
    row("huge stored member", [](auto &i) { i.members[0].storedLength = 1LL << 40; });
    row("huge raw member", [](auto &i) {
        i.members[0].rawLength = 1LL << 40;
        i.rawLength = i.members[0].rawLength + i.members[1].rawLength;
    });
    row("empty member", [](auto &i) { i.members.append({300, 40, 0, 0, 0}); });
    row("negative rows", [](auto &i) { i.members[0].rows = -1; });
    row("sections swapped", [](auto &i) { std::swap(i.dataAt, i.postDataAt); });
    row("section behind the end", [](auto &i) { i.postDataAt = i.rawLength + 1; });
    row("rows before the data section", [](auto &i) { i.dataAt = 211; });
    row("rows behind the data section", [](auto &i) { i.postDataAt = 799; });
    row("blocks overlap", [](auto &i) { i.tables[0].blocks[0].endAt = 401; });
    row("no statement", [](auto &i) { i.tables[0].blocks[0].dataAt = 210; });
    row("end before data", [](auto &i) { i.tables[0].blocks[0].endAt = 252; });
    row("more rows than bytes", [](auto &i) { i.tables[0].blocks[0].rows = 48; });
    row("table without blocks", [](auto &i) { i.tables[0].blocks.clear(); });
    row("table without a name", [](auto &i) { i.tables[0].name.clear(); });
    row("table twice", [](auto &i) { i.tables[1].schema = "public", i.tables[1].name = "animals"; });
    row("tables in another order", [](auto &i) { i.tables.swapItemsAt(0, 1); });
    auto json = [](const char *name, const char *key, const QJsonValue &value) {
        QJsonObject object = toJson(smallIndex());
        object.insert(QLatin1String(key), value);
        QTest::newRow(name) << object;
    };
    json("surplus key", "more", 1);
    json("members of another type", "members", QStringLiteral("1"));
    json("members incomplete", "members", QJsonArray{100, 500, 7});
    json("fraction", "members", QJsonArray{100.5, 500, 7, 1});
    json("text as a number", "members", QJsonArray{QStringLiteral("100"), 500, 7, 1});
    json("crc too large", "members", QJsonArray{100, 1100, 10, 4294967296LL});
    json("table of another type", "tables", QJsonArray{1});
    QJsonObject lacking = toJson(smallIndex());
    lacking.remove(QStringLiteral("rawLength"));
    QTest::newRow("missing key") << lacking;
}

void tst_ArchiveIndex::contradictionsAreRefused()
{
    QFETCH(QJsonObject, object);
    QVERIFY_FAILS(archiveIndexFromJson(object), ErrorKind::Verification);
}

void tst_ArchiveIndex::aLargeIndexIsReadQuickly()
{
    ArchiveIndex index;
    for (int i = 0; i < 25000; ++i)
        index.members.append({i * 700000LL, 700000, 2000000, 2, quint32(i) * 2654435761u});
    index.rawLength = 25000LL * 2000000;
    for (int i = 0; i < 10000; ++i) {
        const qint64 at = 1000 + i * 4000000LL;
        index.tables.append(
            {"public", "table_" + QByteArray::number(i), {"id", "name"}, {{at, at + 50, at + 90, 5}}});
    }
    index.dataAt = 1000;
    index.postDataAt = index.rawLength;
    const std::clock_t begin = std::clock(); // processor time: other work on the machine does not count
    const auto back = throughJson(index);
    QVERIFY_RESULT(back);
    QCOMPARE(*back, index);
    const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 3, qPrintable(QString::number(seconds)));
}
