#include "tests/core/profile/tst_Policy.h"

#include "core/profile/Policy.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QByteArray example = R"([rights]
backup = ["robot", "@dba"]
verify = ["*"]
replace = ["ana"]
)";

Operator person(const char *name, const QStringList &groups = {})
{
    return {1000, QString::fromLatin1(name), groups};
}

} // namespace

void tst_Policy::withoutAFileEverybodyMay()
{
    const auto policy = Policy::read(QStringLiteral("/nowhere/policy.toml"));
    QVERIFY_RESULT(policy);
    for (const Right right : {Right::BackUp, Right::Verify, Right::Restore, Right::Replace, Right::Delete})
        QVERIFY_RESULT(policy->check(right, person("anybody")));
}

void tst_Policy::whoIsNamedMayAndNobodyElse_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<QString>("may"); // of backup, verify, restore, replace, delete: first letters
    QTest::newRow("by name") << QStringLiteral("robot") << QStringList() << QStringLiteral("bv");
    QTest::newRow("by group") << QStringLiteral("eva") << QStringList{QStringLiteral("dba")}
                              << QStringLiteral("bv");
    QTest::newRow("another right") << QStringLiteral("ana") << QStringList() << QStringLiteral("vp");
    QTest::newRow("nobody's name") << QStringLiteral("dba") << QStringList() << QStringLiteral("v");
    QTest::newRow("a group called like a user")
        << QStringLiteral("pau") << QStringList{QStringLiteral("robot")} << QStringLiteral("v");
}

void tst_Policy::whoIsNamedMayAndNobodyElse()
{
    QFETCH(QString, name);
    QFETCH(QStringList, groups);
    QFETCH(QString, may);
    const auto policy = Policy::parse(example, QStringLiteral("policy.toml"));
    QVERIFY_RESULT(policy);
    const std::pair<Right, QChar> rights[] = {{Right::BackUp, u'b'},
                                              {Right::Verify, u'v'},
                                              {Right::Restore, u'r'},
                                              {Right::Replace, u'p'},
                                              {Right::Delete, u'd'}};
    for (const auto &[right, letter] : rights) {
        const Result<> allowed = policy->check(right, {1000, name, groups});
        QCOMPARE(allowed.has_value(), may.contains(letter));
        if (!allowed) {
            QCOMPARE(allowed.error().kind, ErrorKind::Config);
            QVERIFY(allowed.error().hint.contains(nameOf(right)));
        }
        QVERIFY_RESULT(policy->check(right, {0, QStringLiteral("root"), {}}));
    }
}

void tst_Policy::whatIsNotUnderstoodStopsEverybody_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no table") << QByteArray("backup = [\"ana\"]");
    QTest::newRow("no TOML") << QByteArray("[rights");
    QTest::newRow("unknown right") << QByteArray("[rights]\nerase = [\"ana\"]");
    QTest::newRow("no list") << QByteArray("[rights]\nbackup = \"ana\"");
    QTest::newRow("no texts") << QByteArray("[rights]\nbackup = [1]");
    QTest::newRow("another table") << QByteArray("[rights]\n[more]");
}

void tst_Policy::whatIsNotUnderstoodStopsEverybody()
{
    QFETCH(QByteArray, text);
    QVERIFY_FAILS(Policy::parse(text, QStringLiteral("policy.toml")), ErrorKind::Config);
}

void tst_Policy::theFileMustBeRootsAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("policy.toml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(example) > 0);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    if (::geteuid() == 0)
        QVERIFY_RESULT(Policy::read(path));
    else
        QVERIFY_FAILS(Policy::read(path), ErrorKind::Config);
    QVERIFY(file.setPermissions(file.permissions() | QFile::WriteGroup));
    QVERIFY_FAILS(Policy::read(path), ErrorKind::Config);
    const QString link = folder.filePath(QStringLiteral("link.toml"));
    QVERIFY(QFile::link(path, link));
    QVERIFY_FAILS(Policy::read(link), ErrorKind::Config);
}
