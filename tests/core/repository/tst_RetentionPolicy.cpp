#include "tests/core/repository/tst_RetentionPolicy.h"

#include "core/base/Text.h"
#include "core/repository/RetentionPolicy.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>

#include <random>

using namespace masclet;

namespace
{

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

StoredSet setOf(qint64 sequence, const QDateTime &started, SetState state)
{
    StoredSet set;
    set.id = QStringLiteral("masclet_imperi_%1-%2")
                 .arg(started.toString(QStringLiteral("yyyyMMdd")))
                 .arg(sequence);
    set.readable = true;
    set.profile = QStringLiteral("masclet_imperi");
    set.profileId = QStringLiteral("p1");
    set.sequence = sequence;
    set.started = started;
    set.finished = started.addSecs(300);
    set.storedBytes = 1000 + sequence;
    set.state = state;
    return set;
}

RetentionInput emptyInput()
{
    RetentionInput input;
    input.profileId = QStringLiteral("p1");
    input.profileName = QStringLiteral("masclet_imperi");
    input.zone = QTimeZone("Europe/Madrid");
    input.now = utc(QStringLiteral("2025-02-20T03:00:00Z"));
    return input;
}

RunRecord runOf(RunState state, const QDateTime &started)
{
    RunRecord run;
    run.state = state;
    run.started = started;
    return run;
}

RunRecord testOf(int exitCode, const QDateTime &started)
{
    RunRecord run = runOf(exitCode == 0 ? RunState::Ok : RunState::Failed, started);
    run.exitCode = exitCode;
    return run;
}

/// "set 7 2025-02-20T01:00:00Z verified pinned"; the words after the state are marks.
StoredSet setFrom(const QStringList &words)
{
    StoredSet set;
    for (const SetState state :
         {SetState::Complete, SetState::Verified, SetState::RestoreTested, SetState::Damaged}) {
        if (nameOf(state) == words[3])
            set = setOf(words[1].toLongLong(), utc(words[2]), state);
    }
    set.evidence.pinned = words.contains(QStringLiteral("pinned"));
    set.evidence.unreadable = words.contains(QStringLiteral("torn-evidence")) ? 1 : 0;
    if (words.contains(QStringLiteral("other-profile")))
        set.profileId = QStringLiteral("p2");
    if (words.contains(QStringLiteral("old-name")))
        set.profile = QStringLiteral("granja");
    if (words.contains(QStringLiteral("broken"))) {
        StoredSet broken;
        broken.id = set.id;
        broken.state = SetState::Damaged;
        return broken;
    }
    return set;
}

void readRules(const QStringList &words, Profile::Retention &rules)
{
    for (const QString &word : words.mid(1)) {
        const QString key = word.section(QChar(u'='), 0, 0);
        const QString value = word.section(QChar(u'='), 1);
        if (key == QLatin1String("last"))
            rules.keepLast = value.toLongLong();
        else if (key == QLatin1String("daily"))
            rules.keepDaily = value.toLongLong();
        else if (key == QLatin1String("weekly"))
            rules.keepWeekly = value.toLongLong();
        else if (key == QLatin1String("monthly"))
            rules.keepMonthly = value.toLongLong();
        else if (key == QLatin1String("yearly"))
            rules.keepYearly = value.toLongLong();
        else if (key == QLatin1String("age"))
            rules.minimumAge = parseDuration(value);
        else
            qFatal("unknown rule in a golden file");
    }
}

/// Reads the lines above "=>" of a golden file.
RetentionInput inputFrom(const QStringList &lines)
{
    RetentionInput input = emptyInput();
    for (const QString &line : lines) {
        const QStringList words =
            line.section(QStringLiteral(" => "), 0, 0).split(QChar(u' '), Qt::SkipEmptyParts);
        if (words.isEmpty() || words[0] == QLatin1String("#") || words[0] == QLatin1String("holds"))
            continue;
        if (words[0] == QLatin1String("rules"))
            readRules(words, input.rules);
        else if (words[0] == QLatin1String("now"))
            input.now = utc(words[1]);
        else if (words[0] == QLatin1String("zone"))
            input.zone = QTimeZone(words[1].toUtf8());
        else if (words[0] == QLatin1String("newest-run"))
            input.newestBackup = runOf(*runStateFromName(words[1]), utc(words[2]));
        else if (words[0] == QLatin1String("newest-test"))
            input.newestTest = testOf(words[1].toInt(), utc(words[2]));
        else if (words[0] == QLatin1String("hold"))
            input.holds << words[1];
        else if (words[0] == QLatin1String("in-use"))
            input.inUse << words[1];
        else if (words[0] == QLatin1String("set"))
            input.sets << setFrom(words);
        else
            qFatal("unknown line in a golden file");
    }
    return input;
}

QString codes(const QList<RetentionReason> &reasons)
{
    QStringList list;
    for (const RetentionReason &reason : reasons)
        list << reason.code;
    return list.join(QChar(u' '));
}

/// The same lines with what was decided behind " => ".
QStringList decidedLines(const QStringList &lines, const RetentionDecision &decision)
{
    QStringList out;
    for (const QString &line : lines) {
        const QString head = line.section(QStringLiteral(" => "), 0, 0);
        if (head.startsWith(QLatin1String("holds"))) {
            out << QStringLiteral("holds => ") + codes(decision.holds);
        } else if (head.startsWith(QLatin1String("set "))) {
            const QString id = setFrom(head.split(QChar(u' '), Qt::SkipEmptyParts)).id;
            QString outcome = QStringLiteral("left out");
            for (const RetentionDecision::Item &item : decision.items) {
                if (item.set.id == id)
                    outcome = nameOf(item.verdict) + QStringLiteral(": ") + codes(item.reasons);
            }
            out << head + QStringLiteral(" => ") + outcome;
        } else {
            out << line;
        }
    }
    return out;
}

} // namespace

void tst_RetentionPolicy::goldenCases_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(qEnvironmentVariable("MASCLET_SOURCE_DIR") + QStringLiteral("/tests/data/retention"));
    const QStringList names = folder.entryList({QStringLiteral("*.txt")});
    QVERIFY(names.size() >= 10);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void tst_RetentionPolicy::goldenCases()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QChar(u'\n'), Qt::SkipEmptyParts);
    QCOMPARE(decidedLines(lines, decideRetention(inputFrom(lines))), lines);
}

void tst_RetentionPolicy::everyDecisionHasAReasonInWords()
{
    RetentionInput input = emptyInput();
    input.rules.keepLast = 1;
    for (const SetState state : {SetState::Complete, SetState::Verified, SetState::RestoreTested,
                                 SetState::Damaged, SetState::Verified})
        input.sets << setOf(input.sets.size() + 1, utc(QStringLiteral("2025-02-01T01:00:00Z")), state);
    const RetentionDecision decision = decideRetention(input);
    QCOMPARE(decision.items.size(), input.sets.size());
    for (const RetentionDecision::Item &item : decision.items) {
        QVERIFY(!item.reasons.isEmpty());
        for (const RetentionReason &reason : item.reasons)
            QVERIFY(reason.text.endsWith(QChar(u'.')) && !reason.code.isEmpty());
    }
}

void tst_RetentionPolicy::sevenBadNightsAfterThreeGoodOnesDeleteNothing()
{
    RetentionInput input = emptyInput(); // T01
    QDateTime night = utc(QStringLiteral("2025-02-01T01:00:00Z"));
    for (int n = 1; n <= 3; ++n, night = night.addDays(1))
        input.sets << setOf(n, night, SetState::Verified);
    for (int bad = 1; bad <= 7; ++bad, night = night.addDays(1)) {
        input.now = night.addSecs(600);
        input.newestBackup = runOf(bad % 2 == 0 ? RunState::Failed : RunState::Interrupted, night);
        QVERIFY(decideRetention(input).setsToDelete().isEmpty());
        input.rules.keepLast = 1;
        QVERIFY(decideRetention(input).setsToDelete().isEmpty());
        input.rules.keepLast = 3;
    }
    // A good night, and the oldest goes.
    input.sets << setOf(4, night, SetState::Verified);
    input.newestBackup = runOf(RunState::Ok, night);
    input.now = night.addSecs(600);
    QCOMPARE(decideRetention(input).setsToDelete(), QStringList(input.sets.first().id));
}

void tst_RetentionPolicy::aThousandNightsNeverLoseTheLastProvenSet()
{
    std::mt19937 random(7);
    RetentionInput input = emptyInput();
    QDateTime night = utc(QStringLiteral("2025-02-01T01:00:00Z"));
    for (int n = 1; n <= 1000; ++n) {
        night = night.addDays(random() % 20 == 0 ? -3 : 1);
        const unsigned luck = random() % 10;
        if (luck < 8) {
            const SetState state = luck == 0   ? SetState::Complete
                                   : luck == 1 ? SetState::Damaged
                                   : luck < 4  ? SetState::RestoreTested
                                               : SetState::Verified;
            input.sets << setOf(n, night, state);
        }
        input.newestBackup = runOf(luck < 8 ? RunState::Ok : RunState::Failed, night);
        input.now = night.addSecs(600);
        const auto proven = [&](SetState least) {
            return std::count_if(input.sets.begin(), input.sets.end(), [&](const StoredSet &set) {
                return set.state == least || set.state == SetState::RestoreTested;
            });
        };
        const auto verified = proven(SetState::Verified);
        const auto tested = proven(SetState::RestoreTested);
        const QStringList gone = decideRetention(input).setsToDelete();
        input.sets.removeIf([&](const StoredSet &set) { return gone.contains(set.id); });
        QVERIFY(proven(SetState::Verified) >= std::min<qint64>(verified, 3));
        QVERIFY(proven(SetState::RestoreTested) >= std::min<qint64>(tested, 1));
    }
    QVERIFY(input.sets.size() < 600); // it does delete
}

void tst_RetentionPolicy::sumsAndOrderOfWhatGoes()
{
    RetentionInput input = emptyInput();
    input.rules.keepLast = 1;
    for (int n = 1; n <= 3; ++n)
        input.sets << setOf(n, utc(QStringLiteral("2025-02-01T01:00:00Z")), SetState::Verified);
    const RetentionDecision decision = decideRetention(input);
    QCOMPARE(decision.setsToDelete(), QStringList({input.sets[0].id, input.sets[1].id}));
    QCOMPARE(decision.freedBytes(), 2003);
    QCOMPARE(decision.items.first().set.sequence, 3);
}
