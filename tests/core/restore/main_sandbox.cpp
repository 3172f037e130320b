#include "tests/core/restore/SandboxFixture.h"
#include "tests/core/restore/tst_Sandbox.h"
#include "tests/support/TestMain.h"

#include <cstdio>

#include <unistd.h>

namespace
{

/// A program that is killed while it holds a sandbox: says so on standard output, then waits for its end.
int hold(const QString &base, const QString &bubblewrap)
{
    masclet::test::SandboxFixture fixture;
    fixture.options.baseFolder = base;
    fixture.options.bubblewrap = bubblewrap;
    fixture.options.weakest = masclet::Isolation::Kind::OtherUser;
    const auto sandbox = fixture.start();
    std::fputs(sandbox ? "ready\n" : qPrintable(sandbox.error().message + u'\n'), stdout);
    std::fflush(stdout);
    if (sandbox)
        ::pause();
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "--hold") == 0) {
        const QCoreApplication app(argc, argv);
        return hold(QFile::decodeName(argv[2]), QFile::decodeName(argv[3]));
    }
    return masclet::test::runAll<tst_Sandbox>(argc, argv);
}
