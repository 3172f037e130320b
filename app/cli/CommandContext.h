#pragma once

#include "app/AppContext.h"
#include "app/cli/Console.h"
#include "core/job/Job.h"
#include "core/profile/EffectiveProfile.h"
#include "core/service/ServiceEnvironment.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <type_traits>

namespace masclet
{

/// What was typed behind the verb.
struct Arguments {
    QHash<QByteArray, QStringList> values; ///< by ArgumentSpec::name; a switch that is on has an empty list
    QList<OptionArgument> options;         ///< flags of the option table

    bool has(const char *name) const { return values.contains(name); }
    /// The last value given; empty when none.
    QString value(const char *name) const;
};

/// What a running verb works with: the program's context, its arguments, where its words go, and how it runs
/// a long work. With --json standard output holds one document, people's text goes to standard error. Main
/// thread.
class CommandContext
{
public:
    CommandContext(const AppContext &app, Console &console, Arguments arguments);

    const AppContext &app() const { return m_app; }
    Console &console() const { return m_console; }
    const Arguments &arguments() const { return m_arguments; }
    bool json() const { return m_arguments.has("json"); }
    bool dryRun() const { return m_arguments.has("dry-run"); }
    /// What services need; --state counts. Must outlive the work that uses it.
    ServiceEnvironment services() const;

    /// The result, for people: standard output, or standard error with --json.
    void say(const QString &line) const;
    /// A remark: always standard error.
    void note(const QString &line) const;
    /// The result, for programs: kept until the verb is done, so that standard output gets one document which
    /// says why when the verb fails after all. The first one stays.
    void answer(const QJsonObject &document);
    /// Writes what was answered, and `more`, as one document; nothing without --json.
    void finishAnswer(const QJsonObject &more) const;

    /// The profile named by --profile (or the only one) as its file has it.
    Result<StoredProfile> storedProfile() const;
    /// The same with environment and flags applied, complete for a run.
    Result<Profile> profile() const;
    /// As profile(), of that name or path.
    Result<Profile> profile(const QString &nameOrPath) const;
    /// As profile(); but with --repository and without --profile a nameless profile that holds just that
    /// repository: verbs that only read must work on a machine that has no profile.
    Result<Profile> profileForReading() const;

    /// Asks for `name` to be typed before a destructive act described by `what`; without a terminal --yes
    /// must have given it. Usage, with nothing touched, when it is another.
    Result<> confirm(const QString &what, const QString &name) const;

    /// Runs `body` as a Job under the event loop with progress on standard error; SIGINT, SIGTERM and SIGHUP
    /// ask it to stop.
    Result<JobReport> runJob(Job::Body body) const;
    /// The same for a service call: `work(JobContext &)` returns a Result, which comes back as it is.
    template <class Work>
    std::invoke_result_t<Work, JobContext &> runWork(Work work) const;

private:
    Result<Profile> effective(StoredProfile stored) const;

    const AppContext &m_app;
    Console &m_console;
    Arguments m_arguments;
    QJsonObject m_answer;
};

template <class Work>
std::invoke_result_t<Work, JobContext &> CommandContext::runWork(Work work) const
{
    using Report = typename std::invoke_result_t<Work, JobContext &>::value_type;
    return runJob([&work](JobContext &job) -> Result<JobReport> {
               return work(job).map([](const Report &report) { return JobReport{report}; });
           })
        .map([](const JobReport &report) { return report.as<Report>(); });
}

} // namespace masclet
