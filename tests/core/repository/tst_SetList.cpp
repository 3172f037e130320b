#include "tests/core/repository/tst_SetList.h"

#include "tests/core/repository/Fixture.h"

#include <QDir>
#include <QFile>

using namespace masclet;
using masclet::test::RepositoryFixture;

namespace
{

QString manifestOf(const QString &id)
{
    return QStringLiteral("sets/%1.json").arg(id);
}

QString archiveOf(const QString &id)
{
    return QStringLiteral("db/%1.sql.gz").arg(id);
}

QString evidenceOf(const QString &id)
{
    return QStringLiteral("sets/%1.evidence.jsonl").arg(id);
}

} // namespace

Q_DECLARE_METATYPE(masclet::EvidenceType)
Q_DECLARE_METATYPE(masclet::SetState)

void tst_SetList::newestComesFirstWhateverTheClockSays()
{
    RepositoryFixture f; // T07
    const QString first = *f.addSet();
    f.clock.setWall(f.clock.now().addYears(-1));
    const QString second = *f.addSet();
    const Result<QList<StoredSet>> sets = f.repository->sets();
    QCOMPARE(sets->at(0).id, second);
    QCOMPARE(sets->at(1).id, first);
}

void tst_SetList::aBrokenManifestIsListedWithItsReason_data()
{
    QTest::addColumn<QByteArray>("text"); // X02
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray("garbage");
    QTest::newRow("of another repository") << test::sampleManifest().serialize();
}

void tst_SetList::aBrokenManifestIsListedWithItsReason()
{
    QFETCH(QByteArray, text);
    RepositoryFixture f;
    const QString id = *f.addSet();
    const QString good = *f.addSet();
    f.write(manifestOf(id), text);
    const Result<QList<StoredSet>> sets = f.repository->sets();
    QVERIFY_RESULT(sets);
    QCOMPARE(sets->size(), 2);
    QCOMPARE(sets->at(0).id, good);
    QCOMPARE(sets->at(0).problem, QString());
    QCOMPARE(sets->at(1).id, id);
    QCOMPARE(sets->at(1).readable, false);
    QCOMPARE(sets->at(1).state, SetState::Damaged);
    QVERIFY(!sets->at(1).problem.isEmpty());
    QVERIFY_FAILS(f.repository->manifest(id), ErrorKind::Verification);
}

void tst_SetList::swappedManifestsAndArchivesAreSeen()
{
    RepositoryFixture f; // X03
    const QString one = *f.addSet();
    RepositoryFixture::Options longer;
    longer.content = "select 2; -- longer\n";
    const QString two = *f.addSet(longer);
    const auto swap = [&](const QString &a, const QString &b) {
        return QFile::rename(f.path(a), f.path(QStringLiteral("aside"))) &&
               QFile::rename(f.path(b), f.path(a)) &&
               QFile::rename(f.path(QStringLiteral("aside")), f.path(b));
    };
    QVERIFY(swap(manifestOf(one), manifestOf(two)));
    QVERIFY_FAILS(f.repository->manifest(one), ErrorKind::Verification);
    QVERIFY_FAILS(f.repository->manifest(two), ErrorKind::Verification);
    QVERIFY(swap(manifestOf(one), manifestOf(two)));
    // The archives: sizes differ here; equal sizes are found by the stored hash when the set is verified.
    QVERIFY(swap(archiveOf(one), archiveOf(two)));
    QCOMPARE(f.repository->set(one)->state, SetState::Damaged);
    QCOMPARE(f.repository->set(two)->state, SetState::Damaged);
}

void tst_SetList::aMissingOrCutFileIsDamage_data()
{
    QTest::addColumn<QString>("act");
    for (const char *act : {"missing", "cut", "longer", "link", "folder"})
        QTest::newRow(act) << QString::fromLatin1(act);
}

void tst_SetList::aMissingOrCutFileIsDamage()
{
    QFETCH(QString, act);
    RepositoryFixture f;
    const QString id = *f.addSet();
    const QString path = f.path(archiveOf(id));
    const QByteArray content = f.read(archiveOf(id));
    QVERIFY(QFile::remove(path));
    if (act == QLatin1String("cut")) {
        f.write(archiveOf(id), content.chopped(1));
    } else if (act == QLatin1String("longer")) {
        f.write(archiveOf(id), content + '\0');
    } else if (act == QLatin1String("link")) {
        f.write(QStringLiteral("elsewhere"), content); // T06
        QVERIFY(QFile::link(f.path(QStringLiteral("elsewhere")), path));
    } else if (act == QLatin1String("folder")) {
        QVERIFY(QDir().mkdir(path));
    }
    const Result<StoredSet> set = f.repository->set(id);
    QVERIFY_RESULT(set);
    QCOMPARE(set->state, SetState::Damaged);
    QVERIFY(set->problem.contains(archiveOf(id)));
    QVERIFY(set->readable);
    if (act != QLatin1String("cut") && act != QLatin1String("longer"))
        QVERIFY_FAILS(f.repository->openFile(archiveOf(id).toUtf8()), ErrorKind::Storage);
}

void tst_SetList::aMissingOrCutFileOfAFolderIsDamage()
{
    RepositoryFixture f;
    RepositoryFixture::Options options;
    options.archive = RepositoryFixture::Options::Archive::Folder;
    const QString id = *f.addSet(options);
    const QString folder = QStringLiteral("db/%1.dir").arg(id);
    const QString member = folder + QStringLiteral("/1.dat");
    QCOMPARE(f.repository->set(id)->problem, QString());
    const QByteArray content = f.read(member);
    f.write(member, content.chopped(1));
    QVERIFY(f.repository->set(id)->problem.contains(member));
    QVERIFY(QFile::remove(f.path(member)));
    QVERIFY(f.repository->set(id)->problem.contains(member));
    f.write(member, content);
    QVERIFY(QFile::rename(f.path(folder), f.path(QStringLiteral("db/elsewhere"))));
    QVERIFY(QFile::link(f.path(QStringLiteral("db/elsewhere")), f.path(folder)));
    QVERIFY(f.repository->set(id)->problem.contains(folder));
}

void tst_SetList::otherFilesInTheFolderAreNoSets()
{
    RepositoryFixture f; // T04
    for (const char *name :
         {"note.json", "X_20250218.json", ".deleting-a_20250218.json", "a_20250218.json.bak"})
        f.write(QStringLiteral("sets/") + QLatin1String(name), "{}");
    QVERIFY(f.repository->sets()->isEmpty());
}

void tst_SetList::anUnknownSetIsAUsageError_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("unknown") << QStringLiteral("masclet_imperi_20240101");
    QTest::newRow("empty") << QString();
    QTest::newRow("path") << QStringLiteral("../sets/masclet_imperi_20250218");
    QTest::newRow("path to the marker") << QStringLiteral("../repository");
    QTest::newRow("NUL") << QString(QChar(0));
}

void tst_SetList::anUnknownSetIsAUsageError()
{
    QFETCH(QString, id);
    RepositoryFixture f;
    QVERIFY_RESULT(f.addSet());
    QVERIFY_FAILS(f.repository->set(id), ErrorKind::Usage);
    QVERIFY_FAILS(f.repository->manifest(id), ErrorKind::Usage);
    QVERIFY_FAILS(f.repository->appendEvidence(*f.lock, id, {}), ErrorKind::Usage);
}

void tst_SetList::evidenceGivesTheState_data()
{
    using Type = EvidenceType;
    QTest::addColumn<QList<EvidenceType>>("evidence");
    QTest::addColumn<SetState>("state");
    QTest::newRow("none") << QList<Type>() << SetState::Complete;
    QTest::newRow("verified") << QList<Type>{Type::Verified} << SetState::Verified;
    QTest::newRow("tested") << QList<Type>{Type::Verified, Type::RestoreTested} << SetState::RestoreTested;
    QTest::newRow("verified again") << QList<Type>{Type::Verified, Type::RestoreTested, Type::Verified}
                                    << SetState::RestoreTested;
    QTest::newRow("damaged") << QList<Type>{Type::Verified, Type::RestoreTested, Type::Damaged}
                             << SetState::Damaged;
    QTest::newRow("damage lifted") << QList<Type>{Type::Verified, Type::RestoreTested, Type::Damaged,
                                                  Type::Verified}
                                   << SetState::RestoreTested;
    QTest::newRow("a restore test lifts no damage")
        << QList<Type>{Type::Verified, Type::Damaged, Type::RestoreTested} << SetState::Damaged;
    QTest::newRow("damaged from the start, then good")
        << QList<Type>{Type::Damaged, Type::Verified} << SetState::Verified;
    QTest::newRow("a pin proves nothing") << QList<Type>{Type::Pinned} << SetState::Complete;
}

void tst_SetList::evidenceGivesTheState()
{
    QFETCH(QList<EvidenceType>, evidence);
    QFETCH(SetState, state);
    RepositoryFixture f;
    RepositoryFixture::Options options;
    options.evidence = evidence;
    const Result<QString> id = f.addSet(options);
    QVERIFY_RESULT(id);
    QCOMPARE(f.repository->set(*id)->state, state);
    QCOMPARE(f.repository->evidence(*id)->records.size(), evidence.size());
}

void tst_SetList::pinsComeAndGo()
{
    RepositoryFixture f;
    const QString id = *f.addSet();
    const QString note = QStringLiteral("before the migration\nline two");
    QVERIFY_RESULT(f.repository->appendEvidence(
        *f.lock, id, {EvidenceType::Pinned, f.clock.now(), {}, QStringLiteral("joan"), note, {}}));
    QCOMPARE(f.repository->set(id)->evidence.pinned, true);
    QCOMPARE(f.repository->set(id)->evidence.pinNote, note);
    QVERIFY_RESULT(
        f.repository->appendEvidence(*f.lock, id, {EvidenceType::Unpinned, f.clock.now(), {}, {}, {}, {}}));
    QCOMPARE(f.repository->set(id)->evidence.pinned, false);
}

void tst_SetList::aTornEvidenceLineIsForgotten()
{
    RepositoryFixture f;
    const QString id = *f.addSet();
    f.write(evidenceOf(id), f.read(evidenceOf(id)) + "{\"torn");
    QCOMPARE(f.repository->set(id)->evidence.unreadable, 0);
    QVERIFY_RESULT(f.repository->appendEvidence(
        *f.lock, id, {EvidenceType::RestoreTested, f.clock.now(), {}, {}, {}, {}}));
    QCOMPARE(f.repository->set(id)->state, SetState::RestoreTested);
    QCOMPARE(f.repository->set(id)->evidence.unreadable, 0);
}

void tst_SetList::aChangedEvidenceLineIsCounted()
{
    RepositoryFixture f;
    const QString id = *f.addSet();
    f.write(evidenceOf(id), f.read(evidenceOf(id)).replace("verified", "restored"));
    QCOMPARE(f.repository->set(id)->evidence.unreadable, 1);
    QCOMPARE(f.repository->set(id)->state, SetState::Complete);
}
