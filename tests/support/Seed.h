#pragma once

#include <QString>

#include <QRandomGenerator>

namespace masclet::test
{

/// What the random moments and sizes of this run of a test program come from: MASCLET_TEST_SEED where that is
/// set, else another one each time. A failing program prints it (TestMain.h). A test function makes a
/// generator of its own from it, so that it does the same whichever functions run before it.
inline quint32 seed()
{
    static const quint32 value = [] {
        bool good = false;
        const quint32 given = qEnvironmentVariable("MASCLET_TEST_SEED").toUInt(&good);
        return good ? given : QRandomGenerator::system()->generate();
    }();
    return value;
}

} // namespace masclet::test
