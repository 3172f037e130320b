#pragma once

#include "core/procedure/Procedure.h"
#include "tests/core/repository/Fixture.h"
#include "tests/support/LogCapture.h"

namespace masclet::test
{

/// A repository under its lock, a profile, and what a procedure of a run needs besides.
struct ProcedureFixture : RepositoryFixture {
    ProcedureFixture()
    {
        profile.name = QStringLiteral("shop");
        profile.id = QStringLiteral("0123456789abcdef0123456789abcdef");
    }

    ProcedureRun run(int number = 1)
    {
        return {repository->journal(),
                *lock,
                profile,
                kinds,
                QStringLiteral("20250218T010007Z-00000%1").arg(number),
                machine};
    }
    /// What a later run does first: the procedure's own profile, whatever the step says.
    Result<QList<Error>> recover(int number = 2)
    {
        return undoOpenSteps(
            run(number), [this](const JournalledStep &) -> Result<Profile> { return profile; }, job);
    }
    QList<OpenStep> open() const { return openSteps(records()); }
    QList<JournalRecord> records() const
    {
        const auto all = repository->journal().records();
        return all ? *all : QList<JournalRecord>();
    }
    /// "step-begun 1", …
    QStringList journal() const
    {
        QStringList lines;
        for (const JournalRecord &record : records())
            lines << record.type + QChar(u' ') +
                         QString::number(record.data[QLatin1String("step")].toInteger());
        return lines;
    }

    Profile profile;
    StepKinds kinds;
    QString machine = QStringLiteral("granja");
    std::stop_source stop;
    LogCapture log;
    JobContext job{stop.get_token(), clock, log, {}};
};

} // namespace masclet::test
