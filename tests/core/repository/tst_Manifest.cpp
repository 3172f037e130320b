#include "tests/core/repository/tst_Manifest.h"

#include "core/base/Hash.h"
#include "core/repository/SealedJson.h"
#include "tests/core/repository/Fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <random>

using namespace masclet;
using masclet::test::sampleManifest;

namespace
{

/// The sample as an object without its seal, to be edited and sealed again.
QJsonObject sampleObject()
{
    return *unseal(sampleManifest().serialize().chopped(1), ErrorKind::Internal);
}

Result<Manifest> parseSealed(const QJsonObject &object)
{
    return Manifest::parse(seal(object) + '\n');
}

using Edit = std::function<void(QJsonObject &)>;

Edit put(const QString &key, const QJsonValue &value)
{
    return [=](QJsonObject &object) {
        object.insert(key, value);
    };
}

/// Edits one object inside the list under `list`.
Edit within(const char *list, const Edit &edit)
{
    return [=](QJsonObject &object) {
        QJsonArray array = object[QLatin1String(list)].toArray();
        QJsonObject item = array[0].toObject();
        edit(item);
        array[0] = item;
        object.insert(QLatin1String(list), array);
    };
}

Edit twice(const char *list)
{
    return [=](QJsonObject &object) {
        QJsonArray array = object[QLatin1String(list)].toArray();
        array.append(array[0]);
        object.insert(QLatin1String(list), array);
    };
}

Edit without(const QString &key)
{
    return [=](QJsonObject &object) {
        object.remove(key);
    };
}

} // namespace

Q_DECLARE_METATYPE(Edit)

void tst_Manifest::whatIsWrittenIsReadBackEqual()
{
    const QByteArray text = sampleManifest().serialize();
    const Result<Manifest> read = Manifest::parse(text);
    QVERIFY_RESULT(read);
    QCOMPARE(read->serialize(), text);
    QCOMPARE(read->setId, QStringLiteral("masclet_imperi_20250218"));
    QCOMPARE(read->tables[1].name, QByteArray("a \"b\"\nc"));
    QCOMPARE(read->tables[1].countedRows, std::nullopt);
    QCOMPARE(read->rows(), 347);
    QCOMPARE(read->storedBytes(), 800);
    QCOMPARE(read->file(QStringLiteral("db"), QStringLiteral("globals"))->path,
             QByteArray("db/masclet_imperi_20250218.globals.sql.gz"));
}

void tst_Manifest::format1IsReadForEver()
{
    QFile golden(qEnvironmentVariable("MASCLET_SOURCE_DIR") + QStringLiteral("/tests/data/manifest-1.json"));
    QVERIFY(golden.open(QIODevice::ReadOnly));
    const QByteArray text = golden.readAll();
    const Result<Manifest> read = Manifest::parse(text);
    QVERIFY_RESULT(read);
    QCOMPARE(read->sequence, 7);
    QCOMPARE(read->database.database, QByteArray("masclet_imperi"));
    QCOMPARE(read->files[0].index->table("public", "animals")->rows(), 347);
    // As long as format 1 is what we write, it is written like that.
    QCOMPARE(sampleManifest().serialize(), text);
}

void tst_Manifest::filesOfOtherKindsAreReadBackEqual()
{
    Manifest manifest = sampleManifest();
    ManifestFile logs;
    logs.path = "logs/20250218/masclet_imperi_20250218.tar.gz";
    logs.kind = QStringLiteral("logs");
    logs.role = QStringLiteral("files");
    logs.format = QStringLiteral("tar");
    logs.compression = QStringLiteral("gzip");
    logs.storedSize = 5;
    logs.storedSha256 = logs.rawSha256 = QByteArray(64, 'a');
    logs.rawSize = 10240;
    logs.entries = 3;
    logs.notes = {QStringLiteral("/var/log/app.log: grew while it was read")};
    manifest.files << logs;
    const QByteArray text = manifest.serialize();
    const Result<Manifest> read = Manifest::parse(text);
    QVERIFY_RESULT(read);
    QCOMPARE(read->serialize(), text);
    QCOMPARE(read->files.last().entries, 3);
    QCOMPARE(read->files.last().notes, logs.notes);
    QCOMPARE(read->storedBytes(QStringLiteral("logs")), 5);
    QCOMPARE(read->storedBytes(QStringLiteral("db")) + 5, read->storedBytes());
    // Entries belong to tar archives, an index to dumps.
    manifest.files.last().entries.reset();
    QVERIFY_FAILS(Manifest::parse(manifest.serialize()), ErrorKind::Verification);
    manifest.files.last().entries = 3;
    manifest.files.last().format = QStringLiteral("plain");
    QVERIFY_FAILS(Manifest::parse(manifest.serialize()), ErrorKind::Verification);
    manifest.files.last().format = QStringLiteral("tar");
    manifest.files.last().index = sampleManifest().files[0].index;
    QVERIFY_FAILS(Manifest::parse(manifest.serialize()), ErrorKind::Verification);
}

void tst_Manifest::encryptedFilesAreReadBackEqual()
{
    Manifest manifest = sampleManifest();
    QVERIFY(!manifest.isEncrypted());
    ManifestFile &archive = manifest.files[0];
    archive.path += ".age";
    // The index covers what the file is once decrypted.
    archive.encryption = ManifestFile::Encryption{
        {QStringLiteral("age1") + QString(58, u'q')}, archive.storedSize, QByteArray(64, 'c')};
    archive.storedSize += 200;
    const QByteArray text = manifest.serialize();
    const Result<Manifest> read = Manifest::parse(text);
    QVERIFY_RESULT(read);
    QCOMPARE(read->serialize(), text);
    QVERIFY(read->isEncrypted());
    QCOMPARE(read->files[0].encryption->recipients, archive.encryption->recipients);
    archive.encryption->packedSize += 1;
    QVERIFY_FAILS(Manifest::parse(manifest.serialize()), ErrorKind::Verification);
    archive.encryption->packedSize -= 1;
    archive.encryption->recipients = QStringList{QStringLiteral("nobody")};
    QVERIFY_FAILS(Manifest::parse(manifest.serialize()), ErrorKind::Verification);
    archive.encryption->recipients.clear();
    QVERIFY_FAILS(Manifest::parse(manifest.serialize()), ErrorKind::Verification);
}

void tst_Manifest::foldersAreReadBackEqualAndOnlyWhole()
{
    Manifest manifest = sampleManifest();
    ManifestFile &archive = manifest.files[0];
    archive.path = "db/masclet_imperi_20250218.dir";
    archive.format = QStringLiteral("directory");
    archive.index->members.clear();
    const auto give = [&](const QList<DumpMember> &members) {
        archive.members = members;
        archive.storedSize = storedSizeOf(members);
        archive.storedSha256 = sha256Of(members);
    };
    const DumpMember rows{"3349.dat.gz", 390, QByteArray(64, 'd')};
    const DumpMember contents{"toc.dat", 10, QByteArray(64, 'e')};
    give({rows, contents});
    const QByteArray text = manifest.serialize();
    const Result<Manifest> read = Manifest::parse(text);
    QVERIFY_RESULT(read);
    QCOMPARE(read->serialize(), text);
    QCOMPARE(read->files[0].members, archive.members);

    for (const QList<DumpMember> &bad : {QList<DumpMember>{},
                                         {contents, rows},
                                         {rows, rows},
                                         {{"../3349.dat", 1, rows.sha256}, contents},
                                         {{".hidden", 1, rows.sha256}, contents}}) {
        give(bad);
        QVERIFY_FAILS(Manifest::parse(manifest.serialize()), ErrorKind::Verification);
    }
    give({rows, contents});
    const auto isRefused = [&](const std::function<void(ManifestFile &)> &edit) {
        Manifest edited = manifest;
        edit(edited.files[0]);
        const Result<Manifest> parsed = Manifest::parse(edited.serialize());
        return !parsed && parsed.error().kind == ErrorKind::Verification;
    };
    QVERIFY(isRefused([](ManifestFile &file) { file.storedSize += 1; }));
    QVERIFY(isRefused([](ManifestFile &file) { file.storedSha256 = QByteArray(64, 'a'); }));
    QVERIFY(isRefused([](ManifestFile &file) { file.index.reset(); }));
    QVERIFY(isRefused([](ManifestFile &file) { file.format = QStringLiteral("custom"); }));
    QVERIFY(isRefused([](ManifestFile &file) { file.format = QStringLiteral("zip"); }));
    QVERIFY(isRefused([](ManifestFile &file) {
        file.encryption = ManifestFile::Encryption{
            {QStringLiteral("age1") + QString(58, u'q')}, file.storedSize, QByteArray(64, 'c')};
    }));
}

void tst_Manifest::theChecksumIsTheOneTheCommentPromises()
{
    QByteArray text = sampleManifest().serialize().chopped(1);
    const qsizetype at = text.indexOf("\"seal\":\"") + 8;
    const QByteArray written = text.mid(at, 64);
    text.replace(at, 64, QByteArray(64, '0'));
    QCOMPARE(Sha256::hexOf(text), written);
}

void tst_Manifest::everyFlippedBitAndEveryCutIsRefused()
{
    const QByteArray good = sampleManifest().serialize(); // G03
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray flipped = good;
        flipped[at] = char(flipped[at] ^ (1 << (at % 8)));
        QVERIFY_FAILS(Manifest::parse(flipped), ErrorKind::Verification);
        QVERIFY_FAILS(Manifest::parse(good.left(at)), ErrorKind::Verification);
    }
    QVERIFY_FAILS(Manifest::parse(good + '\n'), ErrorKind::Verification);
    QVERIFY_FAILS(Manifest::parse(' ' + good), ErrorKind::Verification);
}

void tst_Manifest::brokenTextsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text"); // X02
    const QByteArray good = sampleManifest().serialize();
    const auto replaced = [&](const char *from, const char *to) {
        return QByteArray(good).replace(from, to);
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a line end") << QByteArray("\n");
    QTest::newRow("not JSON") << QByteArray("oops\n");
    QTest::newRow("not an object") << QByteArray("[]\n");
    QTest::newRow("null") << QByteArray("null\n");
    QTest::newRow("empty object") << QByteArray("{}\n");
    QTest::newRow("no seal") << QJsonDocument(sampleObject()).toJson(QJsonDocument::Compact) + '\n';
    QTest::newRow("seal of another length") << replaced("\"seal\":\"", "\"seal\":\"0");
    QTest::newRow("seal in capitals") << [&] {
        const qsizetype at = good.indexOf("\"seal\":\"") + 8;
        return QByteArray(good).replace(at, 64, good.mid(at, 64).toUpper());
    }();
    QTest::newRow("two seals") << replaced("{\"author\"", "{\"seal\":\"0\",\"author\"");
    QTest::newRow("duplicate key") << replaced("{\"author\"", "{\"author\":\"x\",\"author\"");
    QTest::newRow("duplicate key, escaped") << replaced("{\"author\"", "{\"auth\\u006fr\":\"x\",\"author\"");
    QTest::newRow("NUL byte") << QByteArray(good).replace(good.indexOf("root@"), 1, QByteArray(1, '\0'));
    QTest::newRow("invalid UTF-8") << replaced("root@", "\xff\xfe");
    QTest::newRow("comment") << replaced("{\"author\"", "/*x*/{\"author\"");
    QTest::newRow("trailing text") << good + "x\n";
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + good;
    QTest::newRow("deep nesting") << QByteArray(100'000, '[') + '\n';
    QTest::newRow("deep nesting inside")
        << replaced("{\"author\"", ("{\"a\":" + QByteArray(5000, '[') + ",\"author\"").constData());
    QTest::newRow("unclosed string") << QByteArray("{\"a\":\"\n");
    QTest::newRow("edited, checksum kept") << replaced("\"sequence\":7", "\"sequence\":8");
    QTest::newRow("equal for a JSON reader, other bytes") << replaced("\"sequence\":7", "\"sequence\":7.0");
    QTest::newRow("space added") << replaced("\"sequence\":7", "\"sequence\": 7");
}

void tst_Manifest::brokenTextsAreRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY_FAILS(Manifest::parse(text), ErrorKind::Verification);
}

void tst_Manifest::brokenContentIsRefusedThoughItsChecksumHolds_data()
{
    QTest::addColumn<Edit>("edit"); // X02, T06
    const auto file = [](const QString &key, const QJsonValue &value) {
        return within("files", put(key, value));
    };
    const auto path = [&](const char *text) {
        return file(QStringLiteral("path"), QLatin1String(text));
    };
    QTest::newRow("format 0") << put(QStringLiteral("format"), 0);
    QTest::newRow("format of the future") << put(QStringLiteral("format"), 2);
    QTest::newRow("format as text") << put(QStringLiteral("format"), QStringLiteral("1"));
    const QJsonObject sample = sampleObject();
    for (auto it = sample.begin(); it != sample.end(); ++it) {
        const QByteArray key = it.key().toLatin1();
        QTest::addRow("without %s", key.constData()) << without(it.key());
        QTest::addRow("%s of another type", key.constData()) << put(it.key(), true);
    }
    QTest::newRow("surplus key") << put(QStringLiteral("surplus"), 1);
    QTest::newRow("surplus key of a file") << file(QStringLiteral("surplus"), 1);
    QTest::newRow("set id with a path") << put(QStringLiteral("setId"), QStringLiteral("../x_20250218"));
    QTest::newRow("set id of another profile")
        << put(QStringLiteral("setId"), QStringLiteral("other_20250218"));
    QTest::newRow("set id without a date")
        << put(QStringLiteral("setId"), QStringLiteral("masclet_imperi_x"));
    QTest::newRow("sequence 0") << put(QStringLiteral("sequence"), 0);
    QTest::newRow("sequence below 0") << put(QStringLiteral("sequence"), -1);
    QTest::newRow("fraction") << put(QStringLiteral("durationMs"), 1.5);
    QTest::newRow("huge number") << put(QStringLiteral("durationMs"), 1e300);
    QTest::newRow("number beyond 2^53") << put(QStringLiteral("durationMs"), qint64(9'007'199'254'740'993));
    QTest::newRow("parent is itself")
        << put(QStringLiteral("parent"), QStringLiteral("masclet_imperi_20250218"));
    QTest::newRow("parent is no set id") << put(QStringLiteral("parent"), QStringLiteral("../x"));
    QTest::newRow("run id") << put(QStringLiteral("runId"), QStringLiteral("../../x"));
    QTest::newRow("local time") << put(QStringLiteral("started"), QStringLiteral("2025-02-18T01:00:07.000"));
    QTest::newRow("not a time") << put(QStringLiteral("started"), QStringLiteral("2025-02-31T01:00:07.000Z"));
    QTest::newRow("option is a number") << put(QStringLiteral("options"), QJsonArray{1});
    QTest::newRow("content hash") << put(QStringLiteral("contentHash"), QStringLiteral("abc"));
    QTest::newRow("no files") << put(QStringLiteral("files"), QJsonArray());
    QTest::newRow("file is a text") << put(QStringLiteral("files"), QJsonArray{QStringLiteral("x")});
    QTest::newRow("path goes up") << path("../../etc/passwd");
    QTest::newRow("path goes up inside") << path("db/../../masclet_imperi_20250218.sql.gz");
    QTest::newRow("absolute path") << path("/etc/passwd");
    QTest::newRow("absolute path of the set's name") << path("/db/masclet_imperi_20250218.sql.gz");
    QTest::newRow("path with a dot folder") << path("db/./masclet_imperi_20250218.sql.gz");
    QTest::newRow("path with an empty folder") << path("db//masclet_imperi_20250218.sql.gz");
    QTest::newRow("path of another set") << path("db/masclet_imperi_20250217.sql.gz");
    QTest::newRow("path of a set that begins alike") << path("db/masclet_imperi_20250218-2.sql.gz");
    QTest::newRow("path in another kind's folder") << path("logs/masclet_imperi_20250218.sql.gz");
    QTest::newRow("path of the manifest") << path("sets/masclet_imperi_20250218.json");
    QTest::newRow("path of the journal") << path("journal.jsonl");
    QTest::newRow("path with a line end") << path("db/masclet_imperi_20250218.sql.gz\n");
    QTest::newRow("path with a NUL") << file(QStringLiteral("path"),
                                             QString::fromLatin1("db/masclet_imperi_20250218.sql\0gz", 34));
    QTest::newRow("path with too many folders")
        << path("db/20250218/20250218/masclet_imperi_20250218.sql.gz");
    QTest::newRow("unknown kind") << file(QStringLiteral("kind"), QStringLiteral("etc"));
    QTest::newRow("role with a space") << file(QStringLiteral("role"), QStringLiteral("the archive"));
    QTest::newRow("hash too short") << file(QStringLiteral("storedSha256"), QStringLiteral("ab"));
    QTest::newRow("hash in capitals") << file(QStringLiteral("rawSha256"), QString(64, QChar(u'A')));
    QTest::newRow("size below 0") << file(QStringLiteral("storedSize"), -1);
    QTest::newRow("restrict key with a line") << file(QStringLiteral("restrictKey"), QStringLiteral("a\nb"));
    QTest::newRow("index of another file") << file(QStringLiteral("rawSize"), 1001);
    QTest::newRow("index of a longer file") << file(QStringLiteral("storedSize"), 401);
    QTest::newRow("index is a text") << file(QStringLiteral("index"), QStringLiteral("x"));
    QTest::newRow("same file twice") << twice("files");
    QTest::newRow("same table twice") << twice("tables");
    QTest::newRow("table without an OID") << within("tables", put(QStringLiteral("oid"), 0));
    QTest::newRow("OID too large") << within("tables", put(QStringLiteral("oid"), qint64(1) << 32));
    QTest::newRow("rows below 0") << within("tables", put(QStringLiteral("rows"), -1));
    QTest::newRow("counted rows below 0") << within("tables", put(QStringLiteral("countedRows"), -1));
    QTest::newRow("table name is a number") << within("tables", put(QStringLiteral("name"), 1));
    QTest::newRow("omission without a subject")
        << within("omissions", put(QStringLiteral("what"), QString()));
    QTest::newRow("database without facts") << put(QStringLiteral("database"), QJsonObject());
}

void tst_Manifest::brokenContentIsRefusedThoughItsChecksumHolds()
{
    QFETCH(Edit, edit);
    QJsonObject object = sampleObject();
    QVERIFY_RESULT(parseSealed(object));
    edit(object);
    QVERIFY_FAILS(parseSealed(object), ErrorKind::Verification);
}

void tst_Manifest::randomInputNeverCrashesTheParser()
{
    // A seed of its own each row would hide a crash; this one gives the same texts every time.
    std::mt19937 random(20250218);
    const QByteArray good = sampleManifest().serialize();
    const QByteArray pieces = "{}[]\",:\\\n0-e.utrfn\0\xff";
    for (int round = 0; round < 3000; ++round) {
        QByteArray text = good;
        for (unsigned edits = 1 + random() % 8; edits > 0; --edits)
            text[qsizetype(random() % unsigned(text.size()))] =
                pieces[qsizetype(random() % unsigned(pieces.size()))];
        QVERIFY(!Manifest::parse(text) || text == good);
    }
}

void tst_Manifest::setNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QStringLiteral("masclet_imperi_20250218") << true;
    QTest::newRow("second") << QStringLiteral("masclet_imperi_20250218-2") << true;
    QTest::newRow("one letter") << QStringLiteral("a_20250218") << true;
    QTest::newRow("longest profile") << QString(48, QChar(u'a')) + QStringLiteral("_20250218") << true;
    QTest::newRow("too long") << QString(49, QChar(u'a')) + QStringLiteral("_20250218") << false;
    QTest::newRow("zero") << QStringLiteral("a_20250218-0") << false;
    QTest::newRow("leading zero") << QStringLiteral("a_20250218-02") << false;
    QTest::newRow("line end") << QStringLiteral("a_20250218\n") << false;
    QTest::newRow("capital") << QStringLiteral("A_20250218") << false;
    QTest::newRow("path") << QStringLiteral("../a_20250218") << false;
    QTest::newRow("no profile") << QStringLiteral("_20250218") << false;
    QTest::newRow("Arabic digits") << QStringLiteral("a_٢٠٢٥٠٢١٨") << false;
}

void tst_Manifest::setNames()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    QCOMPARE(isSetId(name), good);
}
