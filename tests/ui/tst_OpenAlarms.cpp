#include "tests/ui/tst_OpenAlarms.h"

#include "core/notify/AlarmBook.h"
#include "core/service/AlarmWatch.h"
#include "tests/support/Files.h"
#include "tests/ui/Child.h"
#include "tests/ui/Settle.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/AlarmsDialog.h"
#include "ui/main/MainWindow.h"
#include "ui/support/Labels.h"

#include <QLabel>
#include <QPushButton>

using namespace masclet;
using masclet::test::child;
using masclet::test::put;
using masclet::test::settle;
using masclet::test::UiDesk;

namespace
{

const Profile::Contact operatorAna{QStringLiteral("devops"),     QStringLiteral("Ana"), {}, {}, {},
                                   QStringLiteral("600 100 200")};
const Profile::Contact dbaMarta{QStringLiteral("dba"),        QStringLiteral("Marta"), {}, {}, {},
                                QStringLiteral("600 300 400")};

/// Five minutes old, told to the operator.
Incident incident(const UiDesk &desk, const QString &id, const QString &key = QStringLiteral("proven"))
{
    const QDateTime since = desk.clock().now().addSecs(-300);
    return {id,    {key, QStringLiteral("Nothing of <b>R&D</b> is proven."), {}},
            since, {QStringLiteral("devops")},
            since, {},
            {}};
}

const QString oneId = QStringLiteral("20250218T010007Z-3f9c2a");

/// A desk with contacts and its main window, with these alarms open.
struct Shown {
    explicit Shown(int alarms)
    {
        StoredProfile stored = desk.stored();
        stored.profile.contacts = {operatorAna, dbaMarta};
        if (const Result<> saved = desk.context().services.profiles.save(stored); !saved)
            qFatal("%s", test::reason(saved).constData());
        open(alarms);
    }
    void open(int alarms)
    {
        QList<Incident> incidents;
        for (int at = 0; at < alarms; ++at)
            incidents << incident(desk, oneId + QString::number(at), QString::number(at));
        desk.putAlarms(incidents);
    }
    void show()
    {
        window.resize(1280, 800);
        window.showProfiles();
        window.show();
        if (!settle(desk.runner()))
            qFatal("the window does not come to rest");
    }
    bool isToldOf() const { return child<QWidget>(window, "openAlarms")->isVisible(); }
    QString header() const { return child<ToneLabel>(window, "openAlarms")->text(); }

    UiDesk desk{UiDesk::History::Profile};
    MainWindow window{desk.context()};
};

} // namespace

void tst_OpenAlarms::oneIsSeenAndAnsweredByKeyboard()
{
    Shown shown(1);
    shown.show();
    QVERIFY(shown.isToldOf());
    QVERIFY2(shown.header().contains(QStringLiteral("nobody looks after it: Nothing of <b>R&D</b>")),
             qPrintable(shown.header()));
    child<QPushButton>(shown.window, "remedy")->setFocus();
    QTest::keyClick(shown.window.focusWidget(), Qt::Key_Tab);
    QCOMPARE(shown.window.focusWidget()->objectName(), QStringLiteral("showAlarms"));
    QTest::keyClick(shown.window.focusWidget(), Qt::Key_Space);
    QVERIFY(settle(shown.desk.runner()));
    auto *const dialog = shown.window.findChild<AlarmsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->focusWidget()->objectName(), QStringLiteral("lookAfter"));
    const QString ladder = child<QLabel>(*dialog, "ladder")->text();
    QVERIFY2(ladder.startsWith(QStringLiteral("Told: ")), qPrintable(ladder));
    const Profile profile = shown.desk.profile();
    const auto next = nextTelling(incident(shown.desk, oneId), profile);
    QVERIFY(next);
    QCOMPARE(next->role, QStringLiteral("dba"));
    // Five minutes of an hour and more are over; the profile's zone is one hour before UTC.
    const QString when = next->due.addSecs(3600).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    QVERIFY2(ladder.contains(when), qPrintable(ladder + when));

    QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
    QVERIFY(settle(shown.desk.runner()));
    const auto open = openIncidents(shown.desk.context().services, profile);
    QVERIFY_RESULT(open);
    QCOMPARE(open->first().acknowledged, QStringLiteral("marta@granja"));
    QVERIFY(
        child<QLabel>(*dialog, "ladder")->text().startsWith(QStringLiteral("marta@granja looks after it, ")));
    QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("lookAfter")));
    QVERIFY2(shown.header().contains(QStringLiteral("marta@granja looks after it")),
             qPrintable(shown.header()));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Space); // the keys are on "Close"
    QVERIFY(!dialog->isVisible());
}

void tst_OpenAlarms::severalAreCounted()
{
    Shown shown(3);
    QList<Incident> incidents;
    for (int at = 0; at < 3; ++at)
        incidents << incident(shown.desk, oneId + QString::number(at), QString::number(at));
    incidents[1].acknowledged = QStringLiteral("ana@granja");
    shown.desk.putAlarms(incidents);
    shown.show();
    QVERIFY2(shown.header().startsWith(QStringLiteral("3 alarm")) &&
                 shown.header().endsWith(QStringLiteral("Nobody looks after 2 of them.")),
             qPrintable(shown.header()));
    Shown none(0);
    none.show();
    QVERIFY(!none.isToldOf());
}

void tst_OpenAlarms::theyAreToldWhereTheRepositoryIsNot()
{
    Shown shown(1);
    QVERIFY(
        QDir().rename(shown.desk.path(QStringLiteral("backups")), shown.desk.path(QStringLiteral("away"))));
    shown.show();
    QVERIFY(shown.isToldOf());
    QVERIFY2(shown.header().contains(QStringLiteral("nobody looks after it")), qPrintable(shown.header()));
}

void tst_OpenAlarms::aListThatCannotBeReadIsNoGoodNews()
{
    Shown shown(0);
    put(AlarmBook::folderOf(shown.desk.context().services.stateFolder) + QChar(u'/') +
            shown.desk.profile().id + QStringLiteral(".json"),
        "{\"incidents\": 7");
    shown.show();
    QVERIFY(shown.isToldOf());
    QVERIFY2(shown.header().contains(QStringLiteral("could not be checked")), qPrintable(shown.header()));
}

void tst_OpenAlarms::whatCronFindsIsSeenAtOnce()
{
    Shown shown(0);
    shown.show();
    QVERIFY(!shown.isToldOf());
    shown.open(2);
    QTRY_VERIFY_WITH_TIMEOUT(shown.isToldOf(), 10'000); // without it, after half a minute
}

/// The run that left it down, and what people are told of it.
void tst_OpenAlarms::aServiceAndItsAlarmAreOne()
{
    UiDesk desk(UiDesk::History::Profile);
    const Alarm alarm{oneId + QStringLiteral("/1"), QStringLiteral("The service web is down."),
                      QStringLiteral("Unit web.service not found."), QStringLiteral("granja"),
                      desk.clock().now()};
    desk.putAlarms({incident(desk, oneId, troubleKeyOf(alarm)), incident(desk, oneId + QStringLiteral("b"))});
    AlarmsDialog dialog(desk.context(), desk.profile(), {alarm});
    dialog.show();
    QVERIFY(settle(desk.runner()));
    QCOMPARE(dialog.findChildren<QPushButton *>(QStringLiteral("copyCommand")).size(), 2); // one each
    QCOMPARE(dialog.findChildren<QPushButton *>(QStringLiteral("acknowledge")).size(), 1);
    QCOMPARE(dialog.findChildren<QPushButton *>(QStringLiteral("lookAfter")).size(), 2);
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        QVERIFY2(label->text() != QStringLiteral("There is no alarm."), qPrintable(label->text()));
}

/// Somebody else ended it meanwhile.
void tst_OpenAlarms::anAnswerThatCannotBeKeptIsTold()
{
    UiDesk desk(UiDesk::History::Profile);
    desk.putAlarms({incident(desk, oneId)});
    AlarmsDialog dialog(desk.context(), desk.profile(), {});
    dialog.show();
    QVERIFY(settle(desk.runner()));
    desk.putAlarms({});
    auto *const button = child<QPushButton>(dialog, "lookAfter");
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    const auto *const problem = child<QLabel>(dialog, "errorMessage");
    QVERIFY2(problem->isVisible() && problem->text().contains(oneId), qPrintable(problem->text()));
    QVERIFY(button->isEnabled());
}
