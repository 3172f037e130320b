#include "tests/core/profile/tst_EffectiveProfile.h"

#include "core/profile/EffectiveProfile.h"
#include "tests/support/TestMain.h"

using namespace masclet;

namespace
{

const Option &option(const char *path)
{
    return *optionByPath(QString::fromLatin1(path));
}

StoredProfile storedWithHost()
{
    StoredProfile stored;
    stored.give(option("connection.host"), QStringLiteral("db.example"));
    return stored;
}

} // namespace

void tst_EffectiveProfile::libpqsVariablesFillOnlyWhatTheFileLeavesOut()
{
    StoredProfile stored = storedWithHost();
    QVERIFY_RESULT(applyEnvironment(stored, {{QStringLiteral("PGHOST"), QStringLiteral("other.example")},
                                             {QStringLiteral("PGPORT"), QStringLiteral("5433")},
                                             {QStringLiteral("PGUSER"), QString()},
                                             {QStringLiteral("POSTGRES_USER"), QStringLiteral("vaca")},
                                             {QStringLiteral("PGDATABASE"), QStringLiteral("shop")},
                                             {QStringLiteral("POSTGRES_DB"), QStringLiteral("not this")}}));
    QCOMPARE(stored.profile.connection.host, QStringLiteral("db.example"));
    QCOMPARE(stored.profile.connection.port, 5433);
    QCOMPARE(stored.profile.connection.user, QStringLiteral("vaca"));
    QCOMPARE(stored.profile.connection.dbname, QStringLiteral("shop"));
}

void tst_EffectiveProfile::ourOwnVariablesWinOverTheFile()
{
    StoredProfile stored = storedWithHost();
    QVERIFY_RESULT(applyEnvironment(stored, {{QStringLiteral("MASCLET_HOST"), QStringLiteral("c.example")},
                                             {QStringLiteral("PGHOST"), QStringLiteral("p.example")},
                                             {QStringLiteral("MASCLET_KEEP_LAST"), QStringLiteral("7")}}));
    QCOMPARE(stored.profile.connection.host, QStringLiteral("c.example"));
    QCOMPARE(stored.profile.retention.keepLast, 7);
}

void tst_EffectiveProfile::flagsWinOverEverything()
{
    StoredProfile stored = storedWithHost();
    QVERIFY_RESULT(applyEnvironment(stored, {{QStringLiteral("MASCLET_HOST"), QStringLiteral("c.example")}}));
    QVERIFY_RESULT(applyArguments(stored, {{&option("connection.host"), QStringLiteral("first")},
                                           {&option("connection.host"), QStringLiteral("last")}}));
    QCOMPARE(stored.profile.connection.host, QStringLiteral("last"));
}

void tst_EffectiveProfile::aBadVariableIsConfigAndNamesIt()
{
    StoredProfile stored;
    const auto result = applyEnvironment(stored, {{QStringLiteral("PGPORT"), QStringLiteral("many")}});
    QVERIFY_FAILS(result, ErrorKind::Config);
    QVERIFY(result.error().message.startsWith(QStringLiteral("PGPORT: ")));
}

void tst_EffectiveProfile::aBadFlagIsUsageAndNamesIt()
{
    StoredProfile stored;
    const auto result =
        applyArguments(stored, {{&option("retention.keep_last"), QStringLiteral("0")}}); // T03
    QVERIFY_FAILS(result, ErrorKind::Usage);
    QVERIFY(result.error().message.startsWith(QStringLiteral("--keep-last: ")));
}

void tst_EffectiveProfile::aProfileWithoutDatabaseOrRepositoryIsNotComplete()
{
    Profile profile;
    QVERIFY_FAILS(checkComplete(profile), ErrorKind::Config);
    profile.connection.dbname = QStringLiteral("shop");
    QVERIFY_RESULT(checkComplete(profile));
    profile.backup.kinds = QStringList{QStringLiteral("config"), QStringLiteral("logs")};
    QVERIFY_FAILS(checkComplete(profile), ErrorKind::Config);
    profile.backup.kinds << QStringLiteral("db");
    QVERIFY_RESULT(checkComplete(profile));
    profile.repository.path.clear();
    QVERIFY_FAILS(checkComplete(profile), ErrorKind::Config);
}

void tst_EffectiveProfile::aFolderOfPgDumpCannotBeEncrypted()
{
    Profile profile;
    profile.connection.dbname = QStringLiteral("shop");
    profile.encryption.recipients = QStringList{QStringLiteral("age1") + QString(58, u'q')};
    for (const char *format : {"plain", "custom"}) {
        profile.backup.format = QString::fromLatin1(format);
        QVERIFY_RESULT(checkComplete(profile));
    }
    profile.backup.format = QStringLiteral("directory");
    QVERIFY_FAILS(checkComplete(profile), ErrorKind::Config);
    profile.encryption.recipients.clear();
    QVERIFY_RESULT(checkComplete(profile));
}
