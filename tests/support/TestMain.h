#pragma once

#include "tests/support/Seed.h"

#include <QCoreApplication>
#include <QLocale>
#include <QtTest>

#include <csignal>
#include <cstdio>

namespace masclet::test
{

/// Runs the classes under the application that is there; the number of failing ones. A first argument "tst_A"
/// runs that class alone; what follows goes to Qt Test.
template <class... Tests>
int runClasses()
{
    QLocale::setDefault(QLocale::c()); // texts with numbers are the same on every machine
    // What a shell's background job ignores, the programs that tests stop would ignore as well.
    for (const int number : {SIGINT, SIGQUIT, SIGHUP, SIGTERM})
        ::signal(number, SIG_DFL);
    // Qt's own handler of fatal signals comes back to the abort() of a qFatal() for ever, printing each time.
    QStringList arguments = QCoreApplication::arguments() << QStringLiteral("-nocrashhandler");
    QString only;
    if (arguments.value(1).startsWith(QStringLiteral("tst_")))
        only = arguments.takeAt(1);
    int failed = 0;
    auto run = [&](auto &&test) {
        if (only.isEmpty() || QString::fromLatin1(test.metaObject()->className()) == only)
            failed += QTest::qExec(&test, arguments) == 0 ? 0 : 1;
    };
    (run(Tests()), ...);
    if (failed > 0)
        std::fprintf(stderr, "MASCLET_TEST_SEED=%u repeats the random moments of this run\n", seed());
    return failed;
}

/// Runs several test classes in one program and returns the number of failing ones:
/// `int main(int c, char **v) { return masclet::test::runAll<tst_A, tst_B>(c, v); }`
template <class... Tests>
int runAll(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    return runClasses<Tests...>();
}

/// The texts of a failed Result, for the message of a failing test; empty for a good one.
template <class Result>
QByteArray reason(const Result &result)
{
    if (result.has_value())
        return {};
    const auto &error = result.error();
    return (error.message + QStringLiteral(" | ") + error.hint + QStringLiteral(" | ") + error.detail)
        .toUtf8();
}

} // namespace masclet::test

/// Verifies that a Result holds a value and shows the error's texts when it does not. Evaluates it once.
#define QVERIFY_RESULT(result)                                                                               \
    do {                                                                                                     \
        auto &&verifiedResult = (result);                                                                    \
        QVERIFY2(verifiedResult.has_value(), masclet::test::reason(verifiedResult).constData());             \
    } while (false)
/// Verifies that a Result failed with this kind. Evaluates it once.
#define QVERIFY_FAILS(result, expectedKind)                                                                  \
    do {                                                                                                     \
        auto &&failedResult = (result);                                                                      \
        QVERIFY2(!failedResult.has_value(), "expected a failure");                                           \
        QVERIFY2(failedResult.error().kind == (expectedKind),                                                \
                 masclet::test::reason(failedResult).constData());                                           \
    } while (false)
