#include "tests/core/procedure/tst_Procedure.h"

#include "tests/core/procedure/ProcedureFixture.h"
#include "tests/support/SyscallFault.h"
#include "tests/support/Text.h"

#include <QFile>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// A kind whose effect is a file: act() makes it, undo() removes it. What happens is noted in a list.
class MakeFile final : public StepKind
{
public:
    struct Book {
        QStringList events;
        QStringList failing; ///< "act a", "undo a"
        std::function<void()> atAct;
    };

    MakeFile(const QString &folder, Undo undo, std::shared_ptr<Book> book)
        : m_folder(folder)
        , m_undo(undo)
        , m_book(std::move(book))
    {
    }
    QString name() const override
    {
        return m_undo == Undo::AtTheEnd ? QStringLiteral("make-for-now") : QStringLiteral("make-for-good");
    }
    Undo undoWhen() const override { return m_undo; }
    StepTexts texts(const QJsonObject &parameters) const override
    {
        const QString file = fileOf(parameters);
        return {QStringLiteral("make ") + file, QStringLiteral("remove ") + file,
                QStringLiteral("the file %1 is still there").arg(file)};
    }
    Result<QJsonObject> look(const QJsonObject &, const StepScope &) const override
    {
        return QJsonObject{{QStringLiteral("there"), false}};
    }
    Result<> act(const QJsonObject &parameters, const QJsonObject &, const StepScope &) const override
    {
        if (m_book->atAct)
            m_book->atAct();
        QFile file(m_folder + QChar(u'/') + fileOf(parameters));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot make a file");
        return note(QStringLiteral("act ") + fileOf(parameters));
    }
    Result<> undo(const QJsonObject &parameters, const QJsonObject &before,
                  const StepScope &scope) const override
    {
        MASCLET_TRY(note(QStringLiteral("undo ") + fileOf(parameters)));
        if (before[QLatin1String("there")].toBool(true) || scope.stop.stop_requested())
            return fail(ErrorKind::Internal, QStringLiteral("the state before was lost"));
        QFile::remove(m_folder + QChar(u'/') + fileOf(parameters));
        return {};
    }

private:
    static QString fileOf(const QJsonObject &parameters)
    {
        return parameters[QLatin1String("file")].toString();
    }
    Result<> note(const QString &event) const
    {
        m_book->events << event;
        if (m_book->failing.contains(event))
            return fail(ErrorKind::Dump, QStringLiteral("no %1").arg(event));
        return {};
    }

    QString m_folder;
    Undo m_undo;
    std::shared_ptr<Book> m_book;
};

struct FileFixture : ProcedureFixture {
    FileFixture()
    {
        kinds.add(std::make_unique<MakeFile>(folder.path(), StepKind::Undo::AtTheEnd, book));
        kinds.add(std::make_unique<MakeFile>(folder.path(), StepKind::Undo::AfterFailure, book));
    }
    static ProcedureStep forNow(const char *file) { return step("make-for-now", file); }
    static ProcedureStep forGood(const char *file) { return step("make-for-good", file); }
    static ProcedureStep step(const char *kind, const char *file)
    {
        return {QString::fromLatin1(kind), {{QStringLiteral("file"), QString::fromLatin1(file)}}};
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files, QDir::Name); }

    QTemporaryDir folder{scratchTemplate()};
    std::shared_ptr<MakeFile::Book> book = std::make_shared<MakeFile::Book>();
};

} // namespace

void tst_Procedure::everyStepIsInTheJournalBeforeItIsDone()
{
    FileFixture f;
    QStringList seen;
    f.book->atAct = [&] {
        const JournalRecord last = f.records().last();
        seen << last.type << last.data[QLatin1String("kind")].toString()
             << QString::number(last.data[QLatin1String("before")].toObject().size());
    };
    Procedure procedure(f.run(), f.job);
    QVERIFY_RESULT(procedure.take(FileFixture::forNow("a")));
    QCOMPARE(seen, words("step-begun, make-for-now, 1"));
    const Result<int> answer = procedure.perform(QStringLiteral("work"), [&]() -> Result<int> {
        seen = QStringList{f.records().last().data[QLatin1String("title")].toString()};
        return 42;
    });
    QVERIFY_RESULT(answer);
    QCOMPARE(*answer, 42);
    QCOMPARE(seen, QStringList{QStringLiteral("work")});
    QVERIFY(!procedure.end(Procedure::Outcome::Good));
    QCOMPARE(f.journal(), words("step-begun 1, step-ended 1, step-begun 2, step-ended 2, step-undone 1"));
    for (const JournalRecord &record : f.records()) {
        if (record.type != QStringLiteral("step-begun"))
            QCOMPARE(record.data[QLatin1String("result")].toString(), QStringLiteral("done"));
    }
    QVERIFY(f.log.contains(QStringLiteral("Step 2: work")));
}

void tst_Procedure::workThatIsDoneIsDoneWhateverTheJournalTakes()
{
    FileFixture f;
    Procedure procedure(f.run(), f.job);
    const QString journal = f.path(QStringLiteral("journal.jsonl"));
    const auto lose = [&] {
        return QFile::rename(journal, journal + QStringLiteral(".aside")) && QDir().mkdir(journal);
    };
    const Result<bool> done =
        procedure.perform(QStringLiteral("work"), [&]() -> Result<bool> { return lose(); });
    QVERIFY_RESULT(done);
    QVERIFY(*done);
    QVERIFY(!procedure.take(FileFixture::forNow("a")));
    QCOMPARE(f.files(), QStringList());
}

void tst_Procedure::theEndUndoesInReverseOrder()
{
    FileFixture f;
    Procedure procedure(f.run(), f.job);
    for (const char *file : {"a", "b", "c"})
        QVERIFY_RESULT(procedure.take(FileFixture::forNow(file)));
    QVERIFY(!procedure.end(Procedure::Outcome::Good));
    QCOMPARE(f.book->events, words("act a, act b, act c, undo c, undo b, undo a"));
    QCOMPARE(f.files(), QStringList());
    QVERIFY(f.open().isEmpty());
}

void tst_Procedure::aFailedStepIsUndoneAsWellAndEndsTheWork()
{
    FileFixture f;
    f.book->failing = words("act b");
    Procedure procedure(f.run(), f.job);
    QVERIFY_RESULT(procedure.take(FileFixture::forNow("a")));
    QVERIFY_FAILS(procedure.take(FileFixture::forNow("b")), ErrorKind::Dump);
    QCOMPARE(f.records().last().data[QLatin1String("result")].toString(), QStringLiteral("failed"));
    QVERIFY(!procedure.end(Procedure::Outcome::Failed));
    QCOMPARE(f.book->events, words("act a, act b, undo b, undo a"));
    QCOMPARE(f.files(), QStringList());
}

void tst_Procedure::whatWasKeptIsNotUndoneAfterAFailure()
{
    FileFixture f;
    {
        Procedure procedure(f.run(1), f.job);
        QVERIFY_RESULT(procedure.take(FileFixture::forNow("a")));
        QVERIFY_RESULT(procedure.take(FileFixture::forGood("kept")));
        QVERIFY_RESULT(procedure.keep());
        QVERIFY_RESULT(procedure.take(FileFixture::forGood("lost")));
        QCOMPARE(f.open().size(), 2);
        QVERIFY(!procedure.end(Procedure::Outcome::Failed));
    }
    QCOMPARE(f.files(), words("kept"));
    {
        Procedure procedure(f.run(2), f.job);
        QVERIFY_RESULT(procedure.take(FileFixture::forGood("good")));
        QVERIFY(!procedure.end(Procedure::Outcome::Good));
    }
    QCOMPARE(f.files(), words("good, kept"));
    QVERIFY(f.open().isEmpty());
}

void tst_Procedure::aProcedureNobodyEndedIsUndone()
{
    FileFixture f;
    {
        Procedure procedure(f.run(), f.job);
        QVERIFY_RESULT(procedure.take(FileFixture::forNow("a")));
        QVERIFY_RESULT(procedure.take(FileFixture::forGood("b")));
    }
    QCOMPARE(f.files(), QStringList());
    QVERIFY(f.open().isEmpty());
}

void tst_Procedure::aStopRequestDoesNotKeepStepsFromBeingUndone()
{
    FileFixture f;
    Procedure procedure(f.run(), f.job);
    QVERIFY_RESULT(procedure.take(FileFixture::forNow("a")));
    f.stop.request_stop();
    QVERIFY_FAILS(procedure.take(FileFixture::forNow("b")), ErrorKind::Stopped);
    QVERIFY_FAILS(procedure.perform(QStringLiteral("work"), []() -> Result<> { return {}; }),
                  ErrorKind::Stopped);
    QVERIFY(!procedure.end(Procedure::Outcome::Failed));
    QCOMPARE(f.book->events, words("act a, undo a"));
    QCOMPARE(f.files(), QStringList());
}

void tst_Procedure::whatCannotBeUndoneIsAStandingAlarmAndTheRestIsUndone()
{
    FileFixture f;
    f.book->failing = words("undo b");
    Procedure procedure(f.run(), f.job);
    for (const char *file : {"a", "b", "c"})
        QVERIFY_RESULT(procedure.take(FileFixture::forNow(file)));
    const std::optional<Error> left = procedure.end(Procedure::Outcome::Good);
    QVERIFY(left);
    QCOMPARE(left->kind, ErrorKind::RestoreActionNeeded);
    QCOMPARE(left->message, QStringLiteral("the file b is still there"));
    QVERIFY(left->detail.contains(QStringLiteral("no undo b")));
    QCOMPARE(f.files(), words("b"));
    QCOMPARE(f.open().size(), 1);
    QCOMPARE(f.open().first().problem, QStringLiteral("no undo b"));
    const Error cause{ErrorKind::Stopped, QStringLiteral("Stopped as asked."), {}, {}, {}};
    const Error joined = withCause(*left, &cause);
    QCOMPARE(joined.kind, ErrorKind::RestoreActionNeeded);
    QVERIFY(joined.detail.endsWith(QStringLiteral("Stopped as asked.")));
}

void tst_Procedure::theNextRunUndoesAndReportsWhatADeadOneLeft()
{
    FileFixture f;
    const auto run = runWithFault(
        [&] {
            Procedure procedure(f.run(), f.job);
            if (!procedure.take(FileFixture::forNow("a")) || !procedure.take(FileFixture::forGood("b")))
                return 1;
            ::_exit(7); // dead: nothing is undone
        },
        {});
    QCOMPARE(run.exitCode, 7);
    QCOMPARE(f.files(), words("a, b"));
    QCOMPARE(f.open().size(), 2);
    const auto alarms = f.recover();
    QVERIFY_RESULT(alarms);
    QVERIFY(alarms->isEmpty());
    QCOMPARE(f.book->events, words("undo b, undo a"));
    QCOMPARE(f.files(), QStringList());
    QVERIFY(f.open().isEmpty());
    QVERIFY(f.log.contains(QStringLiteral("make a")));
    QCOMPARE(f.records().last().data[QLatin1String("by")].toString(), f.run(2).runId);
    QVERIFY_RESULT(f.recover(3));
    QCOMPARE(f.book->events.size(), 2); // nothing is done twice
}

void tst_Procedure::theNextRunTriesAgainUntilItSucceeds()
{
    FileFixture f;
    f.book->failing = words("undo a");
    {
        Procedure procedure(f.run(), f.job);
        QVERIFY_RESULT(procedure.take(FileFixture::forNow("a")));
    }
    for (int number = 2; number < 4; ++number) {
        const auto alarms = f.recover(number);
        QVERIFY_RESULT(alarms);
        QCOMPARE(alarms->size(), 1);
        QCOMPARE(alarms->first().kind, ErrorKind::RestoreActionNeeded);
    }
    f.book->failing.clear();
    const auto alarms = f.recover(4);
    QVERIFY_RESULT(alarms);
    QVERIFY(alarms->isEmpty());
    QCOMPARE(f.files(), QStringList());
    QVERIFY(f.open().isEmpty());
}

void tst_Procedure::onlyTheSameMachineUndoes()
{
    FileFixture f;
    f.book->failing = words("undo a");
    {
        Procedure procedure(f.run(), f.job);
        QVERIFY_RESULT(procedure.take(FileFixture::forNow("a")));
    }
    f.book->failing.clear();
    f.machine = QStringLiteral("otra");
    const qsizetype events = f.book->events.size();
    const auto alarms = f.recover();
    QVERIFY_RESULT(alarms);
    QCOMPARE(alarms->size(), 1);
    QVERIFY(alarms->first().detail.contains(QStringLiteral("granja")));
    QCOMPARE(f.book->events.size(), events);
    QCOMPARE(f.open().size(), 1);
}

void tst_Procedure::aProfileThatCannotBeFoundIsAnAlarm()
{
    FileFixture f;
    f.book->failing = words("undo a");
    {
        Procedure procedure(f.run(), f.job);
        QVERIFY_RESULT(procedure.take(FileFixture::forNow("a")));
    }
    const auto alarms = undoOpenSteps(
        f.run(2),
        [](const JournalledStep &step) -> Result<Profile> {
            return fail(ErrorKind::Config, QStringLiteral("no profile ") + step.profile);
        },
        f.job);
    QVERIFY_RESULT(alarms);
    QCOMPARE(alarms->size(), 1);
    QVERIFY(alarms->first().detail.contains(QStringLiteral("no profile shop")));
    QCOMPARE(f.open().size(), 1);
}

void tst_Procedure::aStepOfAnotherVersionIsAnAlarm()
{
    FileFixture f;
    QVERIFY_RESULT(
        f.repository->journal().append(*f.lock, QStringLiteral("step-begun"),
                                       {{QStringLiteral("run"), f.run().runId},
                                        {QStringLiteral("step"), 1},
                                        {QStringLiteral("kind"), QStringLiteral("from-the-future")},
                                        {QStringLiteral("title"), QStringLiteral("do something new")},
                                        {QStringLiteral("machine"), f.machine},
                                        {QStringLiteral("unknown"), 7}}));
    QCOMPARE(f.open().size(), 1);
    const auto alarms = f.recover();
    QVERIFY_RESULT(alarms);
    QCOMPARE(alarms->size(), 1);
    QVERIFY(alarms->first().message.contains(QStringLiteral("do something new")));
    QCOMPARE(f.open().size(), 1);
}

void tst_Procedure::anAcknowledgedAlarmIsGone()
{
    FileFixture f;
    f.book->failing = words("undo a");
    {
        Procedure procedure(f.run(), f.job);
        QVERIFY_RESULT(procedure.take(FileFixture::forNow("a")));
    }
    const JournalledStep step = f.open().first().step;
    QCOMPARE(step.id(), f.run().runId + QStringLiteral("/1"));
    QVERIFY_RESULT(
        journalAcknowledged(f.repository->journal(), *f.lock, step, QStringLiteral("root@granja")));
    QVERIFY(f.open().isEmpty());
}

void tst_Procedure::aStepThatCannotBeJournalledIsNotDone()
{
    FileFixture f;
    QVERIFY(QDir(f.path({})).mkdir(QStringLiteral("journal.jsonl"))); // a folder cannot be appended to
    Procedure procedure(f.run(), f.job);
    QVERIFY(!procedure.take(FileFixture::forNow("a")));
    QVERIFY(!procedure.end(Procedure::Outcome::Failed));
    QCOMPARE(f.book->events, QStringList());
}

void tst_Procedure::killedBeforeEveryCallItIsPutBackByTheNextRun() // R04
{
    int died = 0;
    for (int at = 1;; ++at) {
        FileFixture f;
        const auto run = runWithFault(
            [&] {
                Procedure procedure(f.run(), f.job);
                const bool good = procedure.take(FileFixture::forNow("a")) &&
                                  procedure.take(FileFixture::forGood("kept")) && procedure.keep() &&
                                  procedure.take(FileFixture::forNow("b"));
                return good && !procedure.end(Procedure::Outcome::Good) ? 0 : 1;
            },
            {.at = at});
        if (!run.reached) {
            QCOMPARE(run.exitCode, 0);
            break;
        }
        ++died;
        const auto alarms = f.recover();
        QVERIFY_RESULT(alarms);
        QVERIFY(alarms->isEmpty());
        QVERIFY(f.open().isEmpty());
        QStringList left = f.files();
        const bool wasKept = f.journal().contains(QStringLiteral("steps-kept 2"));
        QCOMPARE(left, wasKept ? words("kept") : QStringList());
        const auto audit = f.repository->journal().audit();
        QVERIFY_RESULT(audit);
        QCOMPARE(audit->firstBadLine, 0);
    }
    QVERIFY2(died > 15, qPrintable(QString::number(died)));
}
