#include "tests/core/process/tst_ContainerCall.h"

#include "core/process/ContainerCall.h"
#include "core/process/ToolProcess.h"
#include "tests/core/process/Children.h"
#include "tests/support/FakeDocker.h"
#include "tests/support/FakeTool.h"
#include "tests/support/TestMain.h"

using namespace masclet;
using namespace std::chrono_literals;
using namespace masclet::test;

namespace
{

ToolCommand inside(const FakeDocker &docker, const QByteArray &password = {})
{
    ToolCommand command;
    command.program = QStringLiteral("pg_dump");
    command.arguments = {"--dbname=host='127.0.0.1'", "two words"};
    command.environment = cleanEnvironment();
    command.container = ToolContainer{docker.client(), FakeDocker::container()};
    if (!password.isNull())
        command.passEntries << ToolCommand::PassEntry{
            {}, {}, {}, {}, Secret::fromView({password.constData(), size_t(password.size())})};
    return command;
}

} // namespace

void tst_ContainerCall::theClientGetsEverythingButTheSecret()
{
    const FakeDocker docker(QStringLiteral("/nowhere"));
    const ToolCommand call = clientCall(inside(docker, "s3cret"));
    QCOMPARE(call.program, docker.client());
    QCOMPARE(call.arguments.mid(0, 2), (QList<QByteArray>{"exec", "--interactive"}));
    QCOMPARE(call.arguments.mid(call.arguments.size() - 4),
             (QList<QByteArray>{"shop-db", "pg_dump", "--dbname=host='127.0.0.1'", "two words"}));
    QVERIFY(call.arguments.contains("--env=LC_ALL=C.UTF-8"));
    for (const QByteArray &argument : call.arguments)
        QVERIFY2(!argument.startsWith("--env=PATH") && !argument.startsWith("--env=HOME"),
                 argument.constData());
    QVERIFY(call.passEntries.isEmpty() && !call.container);
    const QString shown = inside(docker, "s3cret").forLog();
    QVERIFY2(
        shown.contains(QStringLiteral("docker exec --interactive")) &&
            shown.endsWith(QStringLiteral("shop-db pg_dump '--dbname=host='\\''127.0.0.1'\\''' 'two words'")),
        qPrintable(shown));
    QVERIFY(!shown.contains(QStringLiteral("s3cret")));
}

void tst_ContainerCall::theProgramRunsInsideAndReadsThePassword_K05_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("plain") << QByteArray("secret");
    QTest::newRow("what other files escape") << QByteArray(" a:b\\c'd\"e=f#[g]");
    QTest::newRow("UTF-8") << QByteArray("contraseña_日本");
    QTest::newRow("longest") << QByteArray(longestContainerPassword, 'x');
    QTest::newRow("empty") << QByteArray("");
}

void tst_ContainerCall::theProgramRunsInsideAndReadsThePassword_K05()
{
    QFETCH(const QByteArray, password);
    const FakeTool tool("cat \"$PGSERVICEFILE\"; echo \"$PGSERVICE $2\"; echo \"$PGPASSWORD\"");
    const FakeDocker docker(tool.folder());
    const auto output = outputOf(inside(docker, password));
    QVERIFY_RESULT(output);
    QCOMPARE(*output,
             "[masclet-backup]\npassword=" + password + "\nmasclet-backup two words\nof the container\n");
    QVERIFY(password.isEmpty() || !docker.seen().contains(password));
}

void tst_ContainerCall::whatNoServiceFileHoldsIsRefused_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("line end") << QByteArray("a\nb");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("space at the end") << QByteArray("secret ");
    QTest::newRow("tab at the end") << QByteArray("secret\t");
    QTest::newRow("too long") << QByteArray(longestContainerPassword + 1, 'x');
}

void tst_ContainerCall::whatNoServiceFileHoldsIsRefused()
{
    QFETCH(const QByteArray, password);
    const FakeTool tool("touch \"$0.used\"");
    const FakeDocker docker(tool.folder());
    QVERIFY_FAILS(outputOf(inside(docker, password)), ErrorKind::Credentials);
    QVERIFY(docker.seen().isEmpty());
}

void tst_ContainerCall::inputGoesInside()
{
    const FakeTool tool("exec cat");
    const FakeDocker docker(tool.folder());
    auto child = ToolProcess::start(inside(docker), ToolProcess::Output::Read, ToolProcess::Input::Fed);
    QVERIFY_RESULT(child);
    const std::string_view text = "SELECT 1;";
    QVERIFY_RESULT((*child)->writeInput(std::as_bytes(std::span(text)), {}));
    (*child)->closeInput();
    std::array<std::byte, 100> block{};
    const auto got = (*child)->read(block, {}, 20s);
    QVERIFY_RESULT(got);
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(block.data()), qsizetype(*got)),
             QByteArray("SELECT 1;"));
}
