#include "tests/core/base/tst_Error.h"

#include "core/base/ExitCode.h"
#include "core/base/Fd.h"
#include "core/base/Result.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"

#include <cerrno>

#include <fcntl.h>

using namespace masclet;

namespace
{

Result<int> number(bool good)
{
    if (!good)
        return fail(ErrorKind::Dump, QStringLiteral("no number"), QStringLiteral("hint"));
    return 7;
}

Result<QString> textOfNumber(bool good, int &after)
{
    MASCLET_TRY(number(good));
    MASCLET_TRY_ASSIGN(const int value, number(good));
    after = value;
    return QString::number(value);
}

bool isOpen(int fd)
{
    return ::fcntl(fd, F_GETFD) >= 0;
}

} // namespace

void tst_Error::tryReturnsTheErrorAndGoesOnOtherwise()
{
    int after = 0;
    const auto bad = textOfNumber(false, after);
    QVERIFY_FAILS(bad, ErrorKind::Dump);
    QCOMPARE(bad.error(), number(false).error());
    QCOMPARE(after, 0);
    QCOMPARE(*textOfNumber(true, after), QStringLiteral("7"));
    QCOMPARE(after, 7);
}

void tst_Error::contextGrowsFromTheInside()
{
    const Error error = Error(number(false).error())
                            .during(QStringLiteral("counting"))
                            .during(QStringLiteral("dumping shop"));
    QCOMPARE(error.context, QStringList({QStringLiteral("counting"), QStringLiteral("dumping shop")}));
    QCOMPARE(error.message, QStringLiteral("no number"));
}

void tst_Error::kindMayChangeOnTheWayUp()
{
    const Error error = Error(number(false).error()).as(ErrorKind::Verification);
    QCOMPARE(error.kind, ErrorKind::Verification);
    QCOMPARE(error.hint, QStringLiteral("hint"));
}

void tst_Error::systemErrorsSayWhatToDo_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("hint");
    QTest::newRow("full") << ENOSPC << true;
    QTest::newRow("quota") << EDQUOT << true;
    QTest::newRow("read-only") << EROFS << true;
    QTest::newRow("rights") << EACCES << true;
    QTest::newRow("not permitted") << EPERM << true;
    QTest::newRow("disk error") << EIO << true;
    QTest::newRow("link") << ELOOP << true;
    QTest::newRow("another") << ENOENT << false;
}

void tst_Error::systemErrorsSayWhatToDo()
{
    QFETCH(int, number);
    QFETCH(bool, hint);
    const Error error = systemError(ErrorKind::Storage, QStringLiteral("Cannot write x"), number);
    QCOMPARE(error.kind, ErrorKind::Storage);
    QVERIFY(error.message.startsWith(QStringLiteral("Cannot write x: ")));
    QCOMPARE(error.hint.isEmpty(), !hint);
    QCOMPARE(error.detail, QStringLiteral("errno %1").arg(number));
}

void tst_Error::everyExitCodeIsInTheTableOnce()
{
    QSet<int> codes;
    QSet<QString> names;
    for (const ExitCodeRow &row : exitCodes()) {
        codes.insert(row.code);
        names.insert(QString::fromLatin1(row.name));
        QVERIFY(!exitCodeText(row).isEmpty());
    }
    QCOMPARE(size_t(codes.size()), exitCodes().size());
    QCOMPARE(size_t(names.size()), exitCodes().size());
    QVERIFY(codes.contains(exitOk));
    QVERIFY(codes.contains(exitWarnings));
}

void tst_Error::exitCodesAreThoseOfTheDesign_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    const auto row = [](ErrorKind kind, int code) {
        QTest::newRow(qPrintable(nameOf(kind))) << int(kind) << code;
    };
    row(ErrorKind::Internal, 1);
    row(ErrorKind::Usage, 2);
    row(ErrorKind::Config, 10);
    row(ErrorKind::Locked, 11);
    row(ErrorKind::Credentials, 12);
    row(ErrorKind::Connection, 13);
    row(ErrorKind::Dump, 14);
    row(ErrorKind::Storage, 15);
    row(ErrorKind::Verification, 16);
    row(ErrorKind::RestoreTest, 17);
    row(ErrorKind::AfterBackup, 18);
    row(ErrorKind::Catalog, 19);
    row(ErrorKind::ClientTool, 20);
    row(ErrorKind::RestoreUntouched, 21);
    row(ErrorKind::RestoreActionNeeded, 22);
    row(ErrorKind::Stopped, 130);
}

void tst_Error::exitCodesAreThoseOfTheDesign()
{
    QFETCH(int, kind);
    QFETCH(int, code);
    QCOMPARE(exitCodeOf(ErrorKind(kind)), code);
}

void tst_Error::descriptorsAreClosedOnce()
{
    int number = -1;
    {
        Fd first(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        number = first.get();
        Fd second = std::move(first);
        QVERIFY(!first);
        QCOMPARE(second.get(), number);
        Fd third;
        third = std::move(second);
        QVERIFY(isOpen(number));
    }
    QVERIFY(!isOpen(number));
    Fd released(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    number = released.release();
    released.reset();
    QVERIFY(isOpen(number));
    Fd again(number);
    again = Fd();
    QVERIFY(!isOpen(number));
}

// L09: the wall clock goes back during a run.
void tst_Error::durationsComeFromTheMonotonicClock()
{
    test::FakeClock clock(QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC));
    const auto start = clock.monotonic();
    clock.advance(std::chrono::seconds(90));
    clock.setWall(QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    QCOMPARE(millisecondsSince(clock, start), 90'000);
    const SystemClock real;
    QCOMPARE(real.now().timeSpec(), Qt::UTC);
    const auto earlier = real.monotonic();
    QVERIFY(real.monotonic() >= earlier);
}
