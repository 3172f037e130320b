#include "tests/core/checks/tst_Checklist.h"

#include "tests/core/checks/Facts.h"
#include "tests/support/TestMain.h"

#include <QFile>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QString profile = QStringLiteral("masclet_imperi");
const QDate today(2025, 2, 18);

/// All seven, everything but restore passes.
QList<Check> checksWith(CheckResult restore)
{
    QList<Check> checks;
    for (const CheckItemRow &row : checkItems())
        checks << Check{row.item,
                        row.item == CheckItem::Restore ? restore : CheckResult::Pass,
                        QStringLiteral("found %1").arg(nameOf(row.item)),
                        {},
                        {},
                        {},
                        {},
                        {}};
    return checks;
}

ChecklistResults resultsWith(const QList<Check> &checks)
{
    return {{},
            QStringLiteral("p1"),
            QStringLiteral("anna@desk"),
            QStringLiteral("masclet_imperi_20250218"),
            checks,
            {}};
}

} // namespace

void tst_Checklist::init()
{
    m_temp = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<FakeClock>(utc("2025-02-18T08:00"));
    m_list = std::make_unique<Checklist>(*Directory::open(m_temp->path()), *m_clock);
}

QString tst_Checklist::fileOf(const QDate &day) const
{
    return m_temp->filePath(
        QStringLiteral("masclet_imperi_%1.jsonl").arg(day.toString(QStringLiteral("yyyyMMdd"))));
}

QByteArray tst_Checklist::content(const QDate &day) const
{
    QFile file(fileOf(day));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_Checklist::overwrite(const QDate &day, const QByteArray &text) const
{
    QFile file(fileOf(day));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

Result<> tst_Checklist::run(const QDate &day, CheckResult restore)
{
    m_clock->advance(std::chrono::minutes(1));
    return m_list->addResults(profile, day, resultsWith(checksWith(restore)));
}

Result<> tst_Checklist::signSeen(const QDate &day)
{
    MASCLET_TRY_ASSIGN(const ChecklistDay seen, m_list->day(profile, day));
    return m_list->sign(profile, day, QStringLiteral("Anna"), QStringLiteral("fine"), hashOf(seen.checks()));
}

void tst_Checklist::aDayNobodyLookedAtIsEmpty()
{
    const auto day = m_list->day(profile, today);
    QVERIFY_RESULT(day);
    QVERIFY(day->entries.isEmpty());
    QCOMPARE(day->overall(), CheckResult::NotChecked);
    QVERIFY(!day->isSigned());
    QVERIFY(!QFile::exists(fileOf(today)));
}

void tst_Checklist::theNewestResultsCount()
{
    QVERIFY_RESULT(run(today, CheckResult::Fail));
    QCOMPARE(m_list->day(profile, today)->overall(), CheckResult::Fail);
    QVERIFY_RESULT(run(today, CheckResult::Pass));
    const auto day = m_list->day(profile, today);
    QCOMPARE(day->overall(), CheckResult::Pass);
    QCOMPARE(day->entries.size(), 7);
    QCOMPARE(day->evaluated, utc("2025-02-18T08:02"));
    QCOMPARE(day->setId, QStringLiteral("masclet_imperi_20250218"));
    QCOMPARE(content(today).count('\n'), 2); // nothing is ever rewritten
}

void tst_Checklist::oneItemCanBeEvaluatedAlone()
{
    QVERIFY_RESULT(m_list->addResults(profile, today, resultsWith({checksWith(CheckResult::Pass)[3]})));
    QCOMPARE(m_list->day(profile, today)->overall(), CheckResult::NotChecked);
    QVERIFY_RESULT(run(today, CheckResult::Fail));
    QVERIFY_RESULT(m_list->addResults(profile, today, resultsWith({checksWith(CheckResult::Pass)[3]})));
    const auto day = m_list->day(profile, today);
    QCOMPARE(day->overall(), CheckResult::Pass);
    for (qsizetype i = 0; i < day->entries.size(); ++i)
        QCOMPARE(day->entries[i].check.item, checkItems()[size_t(i)].item);
}

void tst_Checklist::verdictsSignatureAndResultsAreReadBack()
{
    const QString note = QStringLiteral("seen by Núria\n\"quoted\" \u202e");
    QVERIFY_RESULT(run(today, CheckResult::Warn));
    QVERIFY_RESULT(m_list->addVerdict(profile, today, CheckItem::Restore, Verdict::NotOk, {}, profile));
    QVERIFY_RESULT(m_list->addVerdict(profile, today, CheckItem::Restore, Verdict::Accepted, note,
                                      QStringLiteral(" Núria ")));
    QVERIFY_RESULT(signSeen(today));
    const auto day = m_list->day(profile, today);
    QCOMPARE(day->checks(), checksWith(CheckResult::Warn));
    const ChecklistDay::Entry &entry = day->entries[3];
    QVERIFY(entry.verdict.has_value());
    QCOMPARE(entry.verdict->verdict, Verdict::Accepted);
    QCOMPARE(entry.verdict->note, note);
    QCOMPARE(entry.verdict->name, QStringLiteral("Núria"));
    QCOMPARE(entry.verdict->time, utc("2025-02-18T08:01"));
    QVERIFY(!entry.verdictOutdated);
    QVERIFY(day->isSigned());
    QCOMPARE(day->signOff->name, QStringLiteral("Anna"));
    QCOMPARE(day->signOff->note, QStringLiteral("fine"));
    QCOMPARE(day->unreadable, 0);
}

void tst_Checklist::verdictNeedsAResultAndAName()
{
    const auto give = [&](const QString &name) {
        return m_list->addVerdict(profile, today, CheckItem::Logs, Verdict::Ok, {}, name);
    };
    QVERIFY_FAILS(give(QStringLiteral("Anna")), ErrorKind::Usage);
    QVERIFY_RESULT(run(today, CheckResult::Pass));
    QVERIFY_FAILS(give(QStringLiteral("  ")), ErrorKind::Usage);
    QVERIFY_RESULT(give(QStringLiteral("Anna")));
}

void tst_Checklist::verdictRefusesAResultThatNobodySaw()
{
    const auto accept = [&](const Check &seen) {
        return m_list->addVerdict(profile, today, CheckItem::Restore, Verdict::Accepted, {}, profile,
                                  hashOf({seen}));
    };
    QVERIFY_RESULT(run(today, CheckResult::Warn));
    const Check seen = m_list->day(profile, today)->entries[3].check;
    QVERIFY_RESULT(run(today, CheckResult::Fail));
    QVERIFY_FAILS(accept(seen), ErrorKind::Usage);
    QVERIFY(!m_list->day(profile, today)->entries[3].verdict.has_value());
    QVERIFY_RESULT(accept(m_list->day(profile, today)->entries[3].check));
}

void tst_Checklist::signatureNeedsResultsAndAName()
{
    QVERIFY_FAILS(signSeen(today), ErrorKind::Usage);
    QVERIFY_RESULT(run(today, CheckResult::Pass));
    const QByteArray seen = hashOf(m_list->day(profile, today)->checks());
    QVERIFY_FAILS(m_list->sign(profile, today, QString(), {}, seen), ErrorKind::Usage);
    QVERIFY(!m_list->day(profile, today)->isSigned());
}

void tst_Checklist::signatureRefusesResultsThatNobodySaw()
{
    QVERIFY_RESULT(run(today, CheckResult::Pass));
    const QByteArray seen = hashOf(m_list->day(profile, today)->checks());
    QVERIFY_RESULT(run(today, CheckResult::Fail));
    QVERIFY_FAILS(m_list->sign(profile, today, QStringLiteral("Anna"), {}, seen), ErrorKind::Usage);
    QVERIFY(!m_list->day(profile, today)->signOff.has_value());
}

void tst_Checklist::sameResultsAgainKeepTheSignature()
{
    QVERIFY_RESULT(run(today, CheckResult::Warn));
    QVERIFY_RESULT(m_list->addVerdict(profile, today, CheckItem::Restore, Verdict::Accepted, {}, profile));
    QVERIFY_RESULT(signSeen(today));
    QList<Check> later = checksWith(CheckResult::Warn);
    later[2].finding = QStringLiteral("read back 5 hours ago"); // only the age moved on
    QVERIFY_RESULT(m_list->addResults(profile, today, resultsWith(later)));
    const auto day = m_list->day(profile, today);
    QVERIFY(day->isSigned());
    QVERIFY(!day->entries[3].verdictOutdated);
    QCOMPARE(day->entries[2].check.finding, QStringLiteral("read back 5 hours ago"));
}

void tst_Checklist::otherResultsOutdateSignatureAndVerdict()
{
    QVERIFY_RESULT(run(today, CheckResult::Warn));
    QVERIFY_RESULT(m_list->addVerdict(profile, today, CheckItem::Restore, Verdict::Accepted, {}, profile));
    QVERIFY_RESULT(signSeen(today));
    QVERIFY_RESULT(run(today, CheckResult::Fail));
    auto day = m_list->day(profile, today);
    QVERIFY(day->signOff.has_value());
    QVERIFY(!day->isSigned());
    QVERIFY(day->entries[3].verdictOutdated);
    QVERIFY(!day->entries[2].verdictOutdated);
    QVERIFY_RESULT(signSeen(today));
    QVERIFY(m_list->day(profile, today)->isSigned());
}

void tst_Checklist::verdictAfterTheSignatureOutdatesIt()
{
    QVERIFY_RESULT(run(today, CheckResult::Warn));
    QVERIFY_RESULT(signSeen(today));
    QVERIFY_RESULT(m_list->addVerdict(profile, today, CheckItem::Restore, Verdict::NotOk, {}, profile));
    QVERIFY(!m_list->day(profile, today)->isSigned());
}

void tst_Checklist::unsignedDaysOfAProfileAreListedUnderAnyName()
{
    QVERIFY_RESULT(run(today, CheckResult::Pass));
    QVERIFY_RESULT(run(today.addDays(-1), CheckResult::Pass));
    QVERIFY_RESULT(signSeen(today.addDays(-1)));
    QVERIFY_RESULT(run(today.addDays(-2), CheckResult::Warn));
    ChecklistResults results = resultsWith(checksWith(CheckResult::Pass));
    QVERIFY_RESULT(m_list->addResults(QStringLiteral("old_name"), today.addDays(-9), results));
    results.profileId = QStringLiteral("p2");
    QVERIFY_RESULT(m_list->addResults(QStringLiteral("another"), today, results));
    for (const char *foreign : {"notes.txt", "x_20250218.jsonl.bak", "X_20250218.jsonl", "a_99999999.jsonl"})
        QVERIFY(QFile(m_temp->filePath(QLatin1String(foreign))).open(QIODevice::WriteOnly));
    const auto days = m_list->unsignedDays(QStringLiteral("p1"));
    QVERIFY_RESULT(days);
    QList<QDate> dates;
    for (const ChecklistDay &day : *days)
        dates << day.day;
    QCOMPARE(dates, QList<QDate>({today.addDays(-9), today.addDays(-2), today}));
    QCOMPARE(days->first().profile, QStringLiteral("old_name"));
}

void tst_Checklist::tornLastLineIsToleratedAndClosed()
{
    QVERIFY_RESULT(run(today, CheckResult::Fail));
    const QByteArray whole = content(today);
    QVERIFY_RESULT(run(today, CheckResult::Pass));
    const QByteArray both = content(today);
    for (const qsizetype length : {whole.size() + 1, (whole.size() + both.size()) / 2, both.size() - 1}) {
        overwrite(today, both.left(length));
        const auto day = m_list->day(profile, today);
        QVERIFY_RESULT(day);
        QCOMPARE(day->overall(), CheckResult::Fail);
        QCOMPARE(day->unreadable, 0);
    }
    QVERIFY_RESULT(run(today, CheckResult::Warn));
    QCOMPARE(m_list->day(profile, today)->overall(), CheckResult::Warn);
    QCOMPARE(m_list->day(profile, today)->unreadable, 0);
}

void tst_Checklist::damagedOrEditedLinesAreCounted_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("a result turned green") << QByteArray("\"fail\"") << QByteArray("\"pass\"");
    QTest::newRow("flipped letter") << QByteArray("found logs") << QByteArray("fOund logs");
    QTest::newRow("no JSON") << QByteArray("{\"author") << QByteArray("x\"author");
    QTest::newRow("two lines in one") << QByteArray("{\"author") << QByteArray("{}{\"author");
}

void tst_Checklist::damagedOrEditedLinesAreCounted()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QVERIFY_RESULT(run(today, CheckResult::Fail));
    QByteArray text = content(today);
    QVERIFY(text.contains(from));
    overwrite(today, text.replace(from, to));
    const auto day = m_list->day(profile, today);
    QVERIFY_RESULT(day);
    QCOMPARE(day->unreadable, 1);
    QVERIFY(day->overall() != CheckResult::Pass);
}

void tst_Checklist::signatureOfOtherResultsDoesNotHold()
{
    // The results that were signed are removed from the file: the signature speaks of something else.
    QVERIFY_RESULT(run(today, CheckResult::Fail));
    const QByteArray bad = content(today);
    QVERIFY_RESULT(run(today, CheckResult::Pass));
    const QByteArray both = content(today);
    QVERIFY_RESULT(signSeen(today));
    overwrite(today, bad + content(today).mid(both.size()));
    const auto day = m_list->day(profile, today);
    QVERIFY(day->signOff.has_value());
    QVERIFY(!day->isSigned());
}

// V07
void tst_Checklist::humanWordsNeverMakeTheMachineGreen()
{
    QVERIFY_RESULT(run(today, CheckResult::NotChecked));
    QVERIFY_RESULT(m_list->addVerdict(profile, today, CheckItem::Restore, Verdict::Ok, {}, profile));
    QVERIFY_RESULT(signSeen(today));
    QCOMPARE(m_list->day(profile, today)->overall(), CheckResult::NotChecked);
}

// S12
void tst_Checklist::plantedLinkIsRefused()
{
    QFile victim(m_temp->filePath(QStringLiteral("victim")));
    QVERIFY(victim.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(victim.fileName(), fileOf(today)));
    QVERIFY_FAILS(run(today, CheckResult::Pass), ErrorKind::Storage);
    QVERIFY_FAILS(m_list->day(profile, today), ErrorKind::Storage);
    QCOMPARE(victim.size(), 0);
}

void tst_Checklist::logPositionsComeFromTheNewestDayBefore()
{
    const auto before = [&](const QDate &day) {
        return *m_list->logPositionsBefore(profile, day);
    };
    QVERIFY(before(today).isEmpty());
    ChecklistResults results = resultsWith(checksWith(CheckResult::Pass));
    const LogPosition old{QStringLiteral("/var/log/x"), 1, 0xffff'ffff'ffff'ffffULL, 10};
    const LogPosition newer{QStringLiteral("/var/log/x"), 1, 2, 20};
    results.logs = {old};
    QVERIFY_RESULT(m_list->addResults(profile, today.addDays(-5), results));
    results.logs = {newer};
    QVERIFY_RESULT(m_list->addResults(profile, today.addDays(-3), results));
    QVERIFY_RESULT(m_list->addResults(QStringLiteral("another"), today.addDays(-1), results));
    results.logs = {};
    QVERIFY_RESULT(m_list->addResults(profile, today.addDays(-3), results)); // one item alone: no scan
    QVERIFY_RESULT(run(today, CheckResult::Pass));
    QCOMPARE(before(today), QList<LogPosition>{newer});
    QCOMPARE(before(today.addDays(-3)), QList<LogPosition>{old});
}

void tst_Checklist::yesterdayIsReadForComparison()
{
    QVERIFY_RESULT(run(today.addDays(-1), CheckResult::Warn));
    QVERIFY_RESULT(run(today, CheckResult::Pass));
    QCOMPARE(m_list->day(profile, today.addDays(-1))->entries[3].check.result, CheckResult::Warn);
    QCOMPARE(m_list->day(profile, today)->entries[3].check.result, CheckResult::Pass);
}

void tst_Checklist::jsonTellsItems()
{
    QVERIFY_RESULT(run(today, CheckResult::Warn));
    QVERIFY_RESULT(m_list->addVerdict(profile, today, CheckItem::Restore, Verdict::Accepted,
                                      QStringLiteral("known"), QStringLiteral("Anna")));
    QVERIFY_RESULT(signSeen(today));
    const QJsonObject object = toJson(*m_list->day(profile, today));
    QCOMPARE(object[QStringLiteral("day")].toString(), QStringLiteral("2025-02-18"));
    QCOMPARE(object[QStringLiteral("overall")].toString(), QStringLiteral("warn"));
    QCOMPARE(object[QStringLiteral("signed")].toBool(), true);
    QCOMPARE(object[QStringLiteral("items")].toArray().size(), 7);
    const QJsonObject item = object[QStringLiteral("items")][3].toObject();
    QCOMPARE(item[QStringLiteral("verdict")][QStringLiteral("verdict")].toString(),
             QStringLiteral("accepted"));
    QCOMPARE(object[QStringLiteral("signOff")][QStringLiteral("name")].toString(), QStringLiteral("Anna"));
}
