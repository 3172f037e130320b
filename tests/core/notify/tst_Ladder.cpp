#include "tests/core/notify/tst_Ladder.h"

#include "core/notify/Ladder.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"

using namespace masclet;
using namespace std::chrono_literals;
using masclet::test::FakeClock;

namespace
{

const QString failure = QStringLiteral("failure");
const Trouble backupFailed{QStringLiteral("run:backup"), QStringLiteral("The backup failed."), {}};
const Trouble notProven{QStringLiteral("proven"), QStringLiteral("No proven backup."), {}};

Profile::Contact contact(const char *role)
{
    Profile::Contact made;
    made.role = QString::fromLatin1(role);
    made.name = QStringLiteral("Ana ") + made.role;
    made.mail = QStringLiteral("ana@example.org");
    return made;
}

Profile profileWith(std::initializer_list<const char *> roles)
{
    Profile profile;
    for (const char *role : roles)
        profile.contacts << contact(role);
    return profile;
}

/// The headless side with a clock of ours: remembers what it told to whom.
struct Watch {
    Profile profile = profileWith({"devops", "sysadmin", "dba"});
    FakeClock clock{QDateTime(QDate(2025, 2, 18), QTime(1, 0), Qt::UTC)};
    QList<Incident> open;
    QStringList unreachable; ///< roles
    QStringList said;        ///< "failure devops run:backup"

    /// What is said at this look.
    QStringList look(const QList<Trouble> &troubles, bool whole = true)
    {
        said.clear();
        open = walkLadder(
            open, {troubles, whole, clock.now()}, profile,
            [&](const Rung &rung, const QList<Telling> &tellings) {
                for (const Telling &telling : tellings)
                    said << QStringList{nameOf(telling.event), rung.role, telling.incident.trouble.key}.join(
                        u' ');
                return !unreachable.contains(rung.role);
            });
        return said;
    }
};

const QString failedToDevops = QStringLiteral("failure devops run:backup");
const QString escalatedToSysadmin = QStringLiteral("escalation sysadmin run:backup");
const QString escalatedToDba = QStringLiteral("escalation dba run:backup");

} // namespace

void tst_Ladder::theSameFailureIsToldOnce()
{
    Watch watch;
    watch.profile = profileWith({"devops"});
    QCOMPARE(watch.look({backupFailed}), QStringList{failedToDevops});
    const QString id = watch.open.first().id;
    for (int night = 0; night < 3; ++night) {
        watch.clock.advance(1h);
        QCOMPARE(watch.look({backupFailed}), QStringList());
    }
    QCOMPARE(watch.open.first().id, id);
    QCOMPARE(watch.open.first().since, QDateTime(QDate(2025, 2, 18), QTime(1, 0), Qt::UTC));
}

void tst_Ladder::whoIsNextIsToldThen()
{
    Watch watch;
    watch.profile.notify.repeatAfter = std::chrono::milliseconds(10h).count();
    watch.look({backupFailed});
    const auto next = [&] {
        return nextTelling(watch.open.first(), watch.profile).value_or(NextTelling());
    };
    for (const QString &said :
         {escalatedToSysadmin, escalatedToDba, QStringLiteral("reminder devops run:backup")}) {
        QCOMPARE(QStringList({nameOf(next().event), next().role, backupFailed.key}).join(u' '), said);
        watch.clock.setWall(next().due.addMSecs(-1));
        QCOMPARE(watch.look({backupFailed}), QStringList());
        watch.clock.setWall(next().due);
        QVERIFY2(watch.look({backupFailed}).contains(said), qPrintable(watch.said.join(u'\n')));
    }
    watch.profile.notify.repeatAfter = 0;
    QVERIFY(!nextTelling(watch.open.first(), watch.profile)); // all know
    watch.open.first().told.clear();
    QCOMPARE(next().role, QStringLiteral("devops"));
    watch.open.first().acknowledged = QStringLiteral("marta@granja");
    QVERIFY(!nextTelling(watch.open.first(), watch.profile));
    watch.open.first().acknowledged.clear();
    watch.profile.notify.events.removeAll(failure);
    QVERIFY(!nextTelling(watch.open.first(), watch.profile));
}

void tst_Ladder::somethingElseThatIsWrongIsToldAtOnce()
{
    Watch watch;
    watch.look({backupFailed});
    QCOMPARE(watch.look({backupFailed, notProven}), QStringList{QStringLiteral("failure devops proven")});
}

void tst_Ladder::theEndIsToldOnceToAllWhoWereTold()
{
    Watch watch;
    watch.look({backupFailed});
    watch.clock.advance(30min);
    watch.look({backupFailed});
    const QStringList expected{QStringLiteral("recovery devops run:backup"),
                               QStringLiteral("recovery sysadmin run:backup")};
    QCOMPARE(watch.look({}), expected);
    QVERIFY(watch.open.isEmpty());
    QCOMPARE(watch.look({}), QStringList());
}

void tst_Ladder::theLadderIsWalkedAtItsTimes()
{
    Watch watch;
    QCOMPARE(watch.look({backupFailed}), QStringList{failedToDevops});
    watch.clock.advance(30min - 1s);
    QCOMPARE(watch.look({backupFailed}), QStringList());
    watch.clock.advance(1s);
    QCOMPARE(watch.look({backupFailed}), QStringList{escalatedToSysadmin});
    watch.clock.advance(90min - 1s);
    QCOMPARE(watch.look({backupFailed}), QStringList());
    watch.clock.advance(1s);
    QCOMPARE(watch.look({backupFailed}), QStringList{escalatedToDba});
    watch.clock.advance(1h);
    QCOMPARE(watch.look({backupFailed}), QStringList());
}

void tst_Ladder::anAcknowledgementStopsItAndTheEndIsToldAllTheSame()
{
    Watch watch;
    watch.look({backupFailed});
    watch.open.first().acknowledged = QStringLiteral("ana@host");
    watch.clock.advance(48h);
    QCOMPARE(watch.look({backupFailed}), QStringList());
    // But not what comes after it.
    QCOMPARE(watch.look({backupFailed, notProven}), QStringList{QStringLiteral("failure devops proven")});
    QCOMPARE(watch.look({notProven}), QStringList{QStringLiteral("recovery devops run:backup")});
}

void tst_Ladder::aReminderComesAfterItsTime()
{
    Watch watch;
    watch.profile = profileWith({"devops"});
    watch.look({backupFailed});
    watch.clock.advance(24h - 1s);
    QCOMPARE(watch.look({backupFailed}), QStringList());
    watch.clock.advance(1s);
    QCOMPARE(watch.look({backupFailed}), QStringList{QStringLiteral("reminder devops run:backup")});
    QCOMPARE(watch.look({backupFailed}), QStringList());
    watch.profile.notify.repeatAfter = 0;
    watch.clock.advance(240h);
    QCOMPARE(watch.look({backupFailed}), QStringList());
}

void tst_Ladder::whoIsNotReachedIsTriedAgainAndTheNextOneToldAtOnce()
{
    Watch watch;
    watch.unreachable = QStringList{QStringLiteral("devops")};
    const QStringList both{failedToDevops, escalatedToSysadmin};
    QCOMPARE(watch.look({backupFailed}), both);
    watch.unreachable.clear();
    QCOMPARE(watch.look({backupFailed}), QStringList{failedToDevops});
    QCOMPARE(watch.look({backupFailed}), QStringList());
}

void tst_Ladder::whatCannotBeSeenIsNotOver()
{
    Watch watch;
    watch.look({backupFailed});
    QCOMPARE(watch.look({}, false), QStringList());
    QCOMPARE(watch.open.size(), 1);
    QCOMPARE(watch.look({}), QStringList{QStringLiteral("recovery devops run:backup")});
}

void tst_Ladder::aClockThatWasSetBackMakesNothingDue()
{
    Watch watch;
    watch.look({backupFailed});
    watch.clock.setWall(QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC));
    QCOMPARE(watch.look({backupFailed}), QStringList());
}

void tst_Ladder::theFirstStepWithSomebodyIsToldAtOnce()
{
    Watch watch;
    watch.profile = profileWith({"dba", "dba"});
    QCOMPARE(ladderOf(watch.profile).size(), 1);
    QCOMPARE(ladderOf(watch.profile).first().contacts.size(), 2);
    QCOMPARE(watch.look({backupFailed}), QStringList{QStringLiteral("failure dba run:backup")});
}

void tst_Ladder::onlyWhatTheProfileWantsIsTold()
{
    Watch watch;
    watch.profile.notify.events = QStringList{failure};
    QCOMPARE(watch.look({backupFailed}), QStringList{failedToDevops});
    QCOMPARE(watch.look({}), QStringList());
    watch.profile.notify.events = QStringList{QStringLiteral("recovery")};
    QCOMPARE(watch.look({backupFailed}), QStringList());
    QCOMPARE(watch.look({}), QStringList());
}
