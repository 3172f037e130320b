#include "tests/core/restore/tst_TarRules.h"

#include "core/restore/TarRules.h"
#include "tests/support/TestMain.h"

using namespace masclet;
using Type = TarEntry::Type;

namespace
{

TarEntry entry(Type type, const QByteArray &path, const QByteArray &target = {})
{
    TarEntry made;
    made.type = type;
    made.path = path;
    made.target = target;
    return made;
}

Result<> checkAll(TarRules &rules, const QList<TarEntry> &entries)
{
    for (const TarEntry &one : entries)
        MASCLET_TRY(rules.check(one));
    return {};
}

} // namespace

void tst_TarRules::whatOurBackupsHoldIsTaken()
{
    TarRules rules;
    QVERIFY_RESULT(
        checkAll(rules, {entry(Type::File, "profile/shop.toml"), entry(Type::File, "by-sql/settings.json"),
                         entry(Type::Folder, "etc"), entry(Type::Folder, "etc/nginx"),
                         entry(Type::File, "etc/nginx/a b\n.conf"), entry(Type::File, "etc/nginx/..."),
                         entry(Type::File, "etc/nginx/latin\xf1"),
                         entry(Type::HardLink, "etc/nginx/second", "etc/nginx/..."),
                         entry(Type::HardLink, "etc/nginx/third", "etc/nginx/second"),
                         entry(Type::Link, "etc/resolv.conf", "../run/resolv.conf"),
                         entry(Type::Link, "etc/nginx/unit", "/lib/systemd/system/nginx.service"),
                         entry(Type::Link, "etc/nginx/dangling", "./nowhere/../nor/here")}));
}

void tst_TarRules::whatCouldLandElsewhereIsRefused_data()
{
    QTest::addColumn<QList<TarEntry>>("entries");
    const auto row = [](const char *name, const QList<TarEntry> &entries) {
        QTest::newRow(name) << entries;
    };
    row("upwards", {entry(Type::File, "../evil")});
    row("upwards in the middle", {entry(Type::File, "etc/../../evil")});
    row("upwards at the end", {entry(Type::Folder, "etc/..")});
    row("absolute", {entry(Type::File, "/etc/evil")});
    row("absolute folder", {entry(Type::Folder, "/")});
    row("empty", {entry(Type::File, "")});
    row("the folder itself", {entry(Type::Folder, ".")});
    row("dot in the middle", {entry(Type::File, "etc/./evil")});
    row("two slashes", {entry(Type::File, "etc//evil")});
    row("a slash at the end", {entry(Type::File, "etc/evil/")});
    row("too deep", {entry(Type::File, QByteArray("d/").repeated(600) + "f")});
    row("name too long", {entry(Type::File, QByteArray(256, 'x'))});
    row("through a link", {entry(Type::Link, "out", "/tmp"), entry(Type::File, "out/evil")});
    row("through a link further up",
        {entry(Type::Folder, "a"), entry(Type::Link, "a/out", "b"), entry(Type::File, "a/out/b/c/evil")});
    row("through a file", {entry(Type::File, "a"), entry(Type::File, "a/b")});
    row("a link in the place of a folder", {entry(Type::File, "a/b"), entry(Type::Link, "a", "/tmp")});
    row("a link in the place of a told folder", {entry(Type::Folder, "a"), entry(Type::Link, "a", "/tmp")});
    row("twice", {entry(Type::File, "a"), entry(Type::File, "a")});
    row("a file in the place of a link", {entry(Type::Link, "a", "/etc/passwd"), entry(Type::File, "a")});
    row("a link that climbs out", {entry(Type::Link, "etc/a", "../../outside")});
    row("a link that climbs out and comes back", {entry(Type::Link, "etc/a", "x/../../../etc")});
    row("a link to nothing", {entry(Type::Link, "a", "")});
    row("a hard link out", {entry(Type::HardLink, "a", "../../etc/passwd")});
    row("an absolute hard link", {entry(Type::HardLink, "a", "/etc/passwd")});
    row("a hard link to what is not there", {entry(Type::HardLink, "a", "etc/passwd")});
    row("a hard link to what comes later", {entry(Type::HardLink, "a", "b"), entry(Type::File, "b")});
    row("a hard link to a link", {entry(Type::Link, "b", "/etc/passwd"), entry(Type::HardLink, "a", "b")});
    row("a hard link to a folder", {entry(Type::Folder, "b"), entry(Type::HardLink, "a", "b")});
    row("a device", {entry(Type::Other, "dev/sda")});
}

void tst_TarRules::whatCouldLandElsewhereIsRefused() // G13
{
    QFETCH(QList<TarEntry>, entries);
    TarRules rules;
    const Result<> refused = checkAll(rules, entries);
    QVERIFY_FAILS(refused, ErrorKind::Verification);
    QVERIFY(!refused.error().message.contains(QChar(u'\n')));
}

void tst_TarRules::theProgramsOwnFilesAreToldFromThoseOfTheMachine()
{
    TarRules rules;
    QVERIFY_RESULT(checkAll(rules, {entry(Type::File, "by-sql/settings.json"), entry(Type::Folder, "etc"),
                                    entry(Type::File, "etc/fstab"), entry(Type::File, "swapfile")}));
    QVERIFY(!rules.isOfMachine("by-sql/settings.json"));
    QVERIFY(rules.isOfMachine("etc"));
    QVERIFY(rules.isOfMachine("etc/fstab"));
    QVERIFY(rules.isOfMachine("swapfile"));
}
