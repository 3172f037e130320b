#include "core/procedure/Procedure.h"

#include "core/base/Text.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Procedure)
};

Error alarm(const QString &sentence, const Error &why)
{
    const QString hint =
        Tr::tr("Put it right by hand, or correct what hinders it: the next run tries again.");
    return Error{ErrorKind::RestoreActionNeeded,
                 sentence,
                 why.hint.isEmpty() ? hint : QStringLiteral("%1 %2").arg(why.hint, hint),
                 why.detail.isEmpty() ? why.message : why.message + QChar(u'\n') + why.detail,
                 {}};
}

/// A standing alarm about one step that could not be undone.
Error alarmAbout(const JournalledStep &step, const StepKind *kind, const Error &why)
{
    return alarm(kind ? kind->texts(step.parameters).alarm
                      : Tr::tr("A step was not undone: %1").arg(oneLine(step.title, 200)),
                 why);
}

/// Undoes one step and journals how that ended. An error is a standing alarm.
Result<> undoStep(const ProcedureRun &run, const JournalledStep &step, const Profile &profile,
                  JobContext &job)
{
    const std::chrono::nanoseconds start = job.clock().monotonic();
    const StepKind *kind = run.kinds.find(step.kind);
    const StepScope scope{profile, job, {}};
    const Result<> undone =
        kind ? kind->undo(step.parameters, step.before, scope)
             : fail(ErrorKind::Config,
                    Tr::tr("This version does not know steps of the kind %1.").arg(oneLine(step.kind, 60)));
    const StepEnd end{undone ? nullptr : &undone.error(), millisecondsSince(job.clock(), start)};
    // Undoing twice does no harm, so a record that is missing only makes the next run look again.
    if (const auto written = journalUndone(run.journal, run.lock, step, run.runId, end); !written)
        job.log().warning(written.error().message);
    if (undone)
        return {};
    Error problem = alarmAbout(step, kind, undone.error());
    job.log().error(problem.message + QChar(u' ') + problem.detail);
    return fail(std::move(problem));
}

} // namespace

Procedure::Procedure(const ProcedureRun &run, JobContext &job)
    : m_run(run)
    , m_job(job)
{
}

Procedure::~Procedure()
{
    if (!m_ended)
        (void)end(Outcome::Failed);
}

JournalledStep Procedure::nextStep(const QString &title)
{
    JournalledStep step;
    step.runId = m_run.runId;
    step.number = ++m_number;
    step.title = title;
    step.profile = m_run.profile.name;
    step.profileId = m_run.profile.id;
    step.profilePath = m_run.profile.path;
    step.machine = m_run.machine;
    return step;
}

Result<> Procedure::journalled(const JournalledStep &step, const std::function<Result<>()> &body)
{
    MASCLET_TRY(journalBegun(m_run.journal, m_run.lock, step));
    if (!step.kind.isEmpty())
        open(step);
    m_job.log().info(Tr::tr("Step %1: %2").arg(step.number).arg(step.title));
    const std::chrono::nanoseconds start = m_job.clock().monotonic();
    const Result<> done = body();
    const StepEnd end{done ? nullptr : &done.error(), millisecondsSince(m_job.clock(), start)};
    const Result<> written = journalEnded(m_run.journal, m_run.lock, step, end);
    // What is in the journal as begun and leaves something to undo must not go on without its end there.
    if (done && !step.kind.isEmpty())
        return written;
    if (!written)
        m_job.log().warning(written.error().message);
    return done;
}

/// From here on it is owed, also when this thread never comes back from a disk that is silent.
void Procedure::open(const JournalledStep &step)
{
    m_open << step;
    m_job.putBackWhenLeft(
        step.number,
        [kind = m_run.kinds.share(step.kind), step, profile = m_run.profile](JobContext &job) -> Result<> {
            const Result<> undone = kind->undo(step.parameters, step.before, {profile, job, {}});
            return undone ? undone : fail(alarmAbout(step, kind.get(), undone.error()));
        });
}

Result<> Procedure::take(const ProcedureStep &wanted)
{
    MASCLET_TRY(m_job.proceed());
    const StepKind *kind = m_run.kinds.find(wanted.kind);
    if (!kind)
        return fail(ErrorKind::Internal, Tr::tr("There is no kind of step \"%1\".").arg(wanted.kind));
    const StepScope scope{m_run.profile, m_job, m_job.stopToken()};
    JournalledStep step = nextStep(kind->texts(wanted.parameters).act);
    m_job.phase(step.title);
    step.kind = wanted.kind;
    step.undoWhen = kind->undoWhen();
    step.parameters = wanted.parameters;
    MASCLET_TRY_ASSIGN(step.before, kind->look(wanted.parameters, scope));
    return journalled(step, [&] { return kind->act(step.parameters, step.before, scope); });
}

Result<> Procedure::keep()
{
    const auto mayStay = [](const JournalledStep &step) {
        return step.undoWhen == StepKind::Undo::AfterFailure;
    };
    if (std::none_of(m_open.cbegin(), m_open.cend(), mayStay))
        return {};
    MASCLET_TRY(journalKept(m_run.journal, m_run.lock, m_run.runId, m_number));
    for (const JournalledStep &step : std::as_const(m_open)) {
        if (mayStay(step))
            m_job.putBackWhenLeft(step.number, nullptr);
    }
    m_open.removeIf(mayStay);
    return {};
}

std::optional<Error> Procedure::end(Outcome outcome)
{
    m_ended = true;
    const PutsBack putsBack(m_job);
    std::optional<Error> first;
    // What the journal does not keep would be undone by the next run; so it is undone now.
    if (outcome == Outcome::Good) {
        if (auto kept = keep(); !kept)
            first = kept.error();
    }
    while (!m_open.isEmpty()) {
        const JournalledStep step = m_open.takeLast();
        if (auto undone = undoStep(m_run, step, m_run.profile, m_job);
            !undone && (!first || first->kind != ErrorKind::RestoreActionNeeded))
            first = undone.error();
        m_job.putBackWhenLeft(step.number, nullptr);
    }
    return first;
}

Result<QList<Error>> undoOpenSteps(const ProcedureRun &run, const ProfileFinder &profileOf, JobContext &job)
{
    MASCLET_TRY_ASSIGN(const QList<JournalRecord> records, run.journal.recordsOf(openStepTypes()));
    const QList<OpenStep> open = openSteps(records);
    QList<Error> alarms;
    const PutsBack putsBack(job);
    for (auto it = open.crbegin(); it != open.crend(); ++it) {
        const JournalledStep &step = it->step;
        const StepKind *kind = run.kinds.find(step.kind);
        const QString sentence = kind ? kind->texts(step.parameters).alarm : oneLine(step.title, 200);
        if (step.machine != run.machine) {
            alarms << alarm(sentence, Error{ErrorKind::Config,
                                            Tr::tr("That was on the machine %1; this is %2.")
                                                .arg(oneLine(step.machine, 100), run.machine),
                                            {},
                                            {},
                                            {}});
            continue;
        }
        const Result<Profile> profile = profileOf(step);
        if (!profile) {
            alarms << alarm(sentence, profile.error());
            continue;
        }
        job.log().warning(Tr::tr("The run %1 died before it could undo a step: %2")
                              .arg(step.runId, oneLine(step.title, 200)));
        if (auto undone = undoStep(run, step, *profile, job); !undone)
            alarms << undone.error();
    }
    return alarms;
}

} // namespace masclet
