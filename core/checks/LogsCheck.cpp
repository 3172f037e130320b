#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/checks/Evaluators.h"
#include "core/checks/PrintedCommands.h"

#include <QCoreApplication>
#include <QSet>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

/// What the runs of the period say. A failure counts as mended once a later run of the same verb went well.
struct RunFigures {
    int runs = 0;
    int failed = 0;
    int warned = 0;
    const RunRecord *unmended = nullptr; ///< the newest
    const RunRecord *mended = nullptr;
};

RunFigures figuresOfRuns(const DayFacts &facts)
{
    const QDateTime end = instantOf(facts.day.addDays(1), QTime(0, 0), facts.zone);
    RunFigures figures;
    QSet<QString> wentWell;
    for (const RunRecord &run : facts.runs) {
        if (run.started < facts.logs.since || run.started >= end || run.state == RunState::Running)
            continue;
        ++figures.runs;
        if (run.state == RunState::Failed || run.state == RunState::Interrupted) {
            ++figures.failed;
            const RunRecord *&place = wentWell.contains(run.verb) ? figures.mended : figures.unmended;
            if (!place)
                place = &run;
        } else if (run.state != RunState::Stopped) { // a person's wish is neither
            figures.warned += run.state == RunState::Warnings ? 1 : 0;
            wentWell.insert(run.verb);
        }
    }
    return figures;
}

struct LogSentences {
    QStringList problems;
    QStringList unreadable; ///< nothing is known of these files
    QStringList partly;
    QStringList known; ///< no errors, but not passed over in silence either
};

LogSentences sentencesOf(const DayFacts &facts, const RunFigures &runs)
{
    LogSentences say;
    if (runs.unmended)
        say.problems << failureText(*runs.unmended, facts.zone);
    else if (runs.mended)
        say.problems << Tr::tr("%1 A later one went well.").arg(failureText(*runs.mended, facts.zone));
    if (facts.logs.ownErrors > 0)
        say.problems << Tr::tr("Errors in the logs of our runs: %1.").arg(facts.logs.ownErrors);
    if (runs.warned > 0)
        say.problems << Tr::tr("Runs that ended with warnings: %1.").arg(runs.warned);
    for (const LogFileFindings &file : facts.logs.files) {
        const QString path = oneLine(file.path);
        if (file.matches > 0)
            say.problems << Tr::tr("Lines with errors in %1: %2.").arg(path, QString::number(file.matches));
        if (file.known > 0)
            say.known
                << Tr::tr("Lines in %1 that somebody knows of: %2.").arg(path, QString::number(file.known));
        if (!file.problem.isEmpty())
            say.unreadable << oneLine(file.problem);
        if (file.bytesSkipped > 0)
            say.partly << Tr::tr("Of %1 only the newest %2 were read.").arg(path, sizeText(file.bytesRead));
        if (file.restarted)
            say.partly << Tr::tr("%1 was rotated; the end of the old one is not known.").arg(path);
    }
    return say;
}

QString commandOf(const Profile &profile)
{
    QStringList lines{QStringLiteral("masclet-backup logs --profile %1").arg(profile.name)};
    QString patterns;
    for (const QString &pattern : profile.checks.logPatterns)
        patterns += QStringLiteral(" -e ") + shellWord(pattern);
    for (const QString &path : profile.checks.logFiles)
        lines << QStringLiteral("grep -n -F%1 %2").arg(patterns, shellWord(path));
    return lines.join(QChar(u'\n'));
}

QString figuresText(const DayFacts &facts, const RunFigures &runs)
{
    constexpr qsizetype shownExcerpts = 5;
    QStringList lines{Tr::tr("runs: %1, failed: %2, with warnings: %3; errors and warnings logged: %4, %5")
                          .arg(runs.runs)
                          .arg(runs.failed)
                          .arg(runs.warned)
                          .arg(facts.logs.ownErrors)
                          .arg(facts.logs.ownWarnings)};
    for (const LogFileFindings &file : facts.logs.files) {
        lines << QStringLiteral("%1  %2  %3")
                     .arg(oneLine(file.path), sizeText(file.bytesRead), QString::number(file.matches));
        lines << file.excerpts.mid(std::max<qsizetype>(file.excerpts.size() - shownExcerpts, 0));
    }
    return lines.join(QChar(u'\n'));
}

} // namespace

QString failureText(const RunRecord &run, const QTimeZone &zone)
{
    const QString when = momentText(run.started, zone);
    return run.state == RunState::Interrupted
               ? Tr::tr("The run \"%1\" of %2 was interrupted.").arg(run.verb, when)
               : Tr::tr("The run \"%1\" of %2 failed: %3").arg(run.verb, when, oneLine(run.message));
}

Check checkLogs(const DayFacts &facts)
{
    Check check;
    check.item = CheckItem::Logs;
    const RunFigures runs = figuresOfRuns(facts);
    const LogSentences say = sentencesOf(facts, runs);
    const QString since = momentText(facts.logs.since, facts.zone);
    check.threshold = Tr::tr("Since %1 no run failed and the logs hold no errors.").arg(since);
    check.command = commandOf(facts.profile);
    check.figures = figuresText(facts, runs);
    if (!say.known.isEmpty())
        check.figures += QChar(u'\n') + say.known.join(QChar(u'\n'));
    if (!say.problems.isEmpty()) {
        check.result = runs.unmended ? CheckResult::Fail : CheckResult::Warn;
        check.finding = say.problems.join(QChar(u' '));
        check.unchecked = (say.unreadable + say.partly).join(QChar(u' '));
        check.hint = runs.unmended && !runs.unmended->hint.isEmpty()
                         ? oneLine(runs.unmended->hint)
                         : Tr::tr("Read the logs and give the item a verdict.");
    } else if (!say.unreadable.isEmpty()) {
        check.finding = say.unreadable.join(QChar(u' '));
        check.unchecked = say.partly.join(QChar(u' '));
        check.hint =
            Tr::tr("Let the user of the backup read these files, or take them out of checks.log_files.");
    } else if (runs.runs == 0) {
        check.finding = Tr::tr("There was no run since %1.").arg(since);
    } else {
        check.result = CheckResult::Pass;
        check.finding =
            Tr::tr("No failed run and no errors since %1; runs: %2.").arg(since, QString::number(runs.runs));
        check.unchecked = say.partly.join(QChar(u' '));
    }
    return check;
}

} // namespace masclet
