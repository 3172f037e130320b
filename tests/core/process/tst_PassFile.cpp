#include "tests/core/process/tst_PassFile.h"

#include "core/process/PassFile.h"
#include "tests/core/process/Children.h"
#include "tests/support/FakeTool.h"
#include "tests/support/OwnMounts.h"

#include <fcntl.h>
#include <sys/mount.h>

using namespace masclet;
using namespace std::chrono_literals;
using namespace masclet::test;

void tst_PassFile::onlyThePassFileIsInherited()
{
    const Fd leak(::open("/etc/hostname", O_RDONLY)); // on purpose without O_CLOEXEC
    const FakeTool tool("exec ls -l /proc/self/fd");
    ToolCommand command = tool.command();
    command.passEntries << ToolCommand::PassEntry{{}, {}, {}, {}, Secret::fromView("x")};
    auto output = outputOf(command);
    QVERIFY_RESULT(output);
    QVERIFY2(output->contains("memfd:passfile"), output->constData());
    QVERIFY2(!output->contains("hostname"), output->constData());
    // 0, 1, 2, the pass file, and the folder that ls itself is reading.
    QCOMPARE(output->count(" -> "), 5);
}

void tst_PassFile::passwordIsNowhereButInThePassFile_SR12()
{
    const QByteArray marker = "m4rk3r-s3cr3t";
    const FakeTool tool("cat \"$PGPASSFILE\"; cat /proc/$$/cmdline /proc/$$/environ >&2");
    ToolCommand command = tool.command({"--dbname=x"});
    command.passEntries << ToolCommand::PassEntry{"h", "1", "d", "u",
                                                  Secret::fromView({marker.data(), size_t(marker.size())})};
    QVERIFY(!command.forLog().toUtf8().contains(marker));
    auto child = ToolProcess::start(command);
    QVERIFY_RESULT(child);
    std::array<std::byte, 1000> block{};
    auto got = (*child)->read(block, {}, 20s);
    QVERIFY_RESULT(got);
    QCOMPARE(QByteArray(reinterpret_cast<char *>(block.data()), qsizetype(*got)), "h:1:d:u:" + marker + '\n');
    auto outcome = (*child)->wait({}, 20s);
    QVERIFY_RESULT(outcome);
    QVERIFY(outcome->errorOutput.contains("PGPASSFILE=/dev/fd/"));
    QVERIFY(!outcome->errorOutput.contains(marker));
}

void tst_PassFile::passFileBelongsToTheChildsUser()
{
    // As root the child runs as another user, otherwise as ourselves: either must be able to open the file.
    const FakeTool tool(
        "stat -Lc '%u %a' /dev/fd/${PGPASSFILE##*/}; cat \"$PGPASSFILE\" >/dev/null && id -u");
    ToolCommand command = tool.command();
    const uid_t user = ::geteuid() == 0 ? 65534 : ::geteuid();
    if (::geteuid() == 0) {
        command.uid = user;
        command.gid = 65534;
    }
    command.passEntries << ToolCommand::PassEntry{{}, {}, {}, {}, Secret::fromView("x")};
    auto output = outputOf(command);
    QVERIFY_RESULT(output);
    const QByteArray id = QByteArray::number(user);
    QCOMPARE(*output, id + " 600\n" + id + '\n');
}

void tst_PassFile::passFileIsOnDiskWhereProcIsMissing()
{
    // A chroot without /proc: there /dev/fd leads nowhere. The path is told on standard error.
    const FakeTool tool("stat -c %a \"$PGPASSFILE\" \"$(dirname \"$PGPASSFILE\")\"; cat \"$PGPASSFILE\"; "
                        "echo \"$PGPASSFILE\"");
    ToolCommand command = tool.command();
    command.passEntries << ToolCommand::PassEntry{{}, {}, {}, {}, Secret::fromView("x")};
    const QByteArray answer = inOwnProcess([&]() -> QByteArray {
        if (!enterOwnMounts() || ::mount("none", "/proc", "tmpfs", 0, nullptr) != 0)
            return "cannot hide /proc";
        return textOf(outputOf(command));
    });
    const QList<QByteArray> lines = answer.split('\n');
    QVERIFY2(lines.size() == 5, answer.constData());
    QCOMPARE(lines.first(3), (QList<QByteArray>{"600", "700", "*:*:*:*:x"}));
    QVERIFY(lines[3].startsWith('/') && !lines[3].contains("/dev/fd"));
    QVERIFY(!QFile::exists(QFile::decodeName(lines[3]))); // removed with the child
    QVERIFY(!QFile::exists(QFileInfo(QFile::decodeName(lines[3])).path()));
}

void tst_PassFile::passLinesAreEscapedAsLibpqReadsThem_K05_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("colon") << QByteArray("a:b") << QByteArray("a\\:b");
    QTest::newRow("backslash") << QByteArray("a\\b") << QByteArray("a\\\\b");
    QTest::newRow("quotes") << QByteArray("a'\"b") << QByteArray("a'\"b");
    QTest::newRow("unicode") << QByteArray("contraseña ñ 日本") << QByteArray("contraseña ñ 日本");
    QTest::newRow("one kilobyte") << QByteArray(1024, 'k') << QByteArray(1024, 'k');
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void tst_PassFile::passLinesAreEscapedAsLibpqReadsThem_K05()
{
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, written);
    auto line = passLine({{}, {}, {}, {}, Secret::fromView({password.constData(), size_t(password.size())})});
    QVERIFY_RESULT(line);
    QCOMPARE(*line, "*:*:*:*:" + written + '\n');
}

void tst_PassFile::passwordWithALineEndIsRefused_K05()
{
    QVERIFY_FAILS(passLine({{}, {}, {}, {}, Secret::fromView("a\nb")}), ErrorKind::Credentials);
    QVERIFY_FAILS(passLine({{}, {}, {}, {}, Secret::fromView("a\rb")}), ErrorKind::Credentials);
}
