#include "tests/ui/tst_ProfileWatch.h"

#include "core/procedure/StepJournal.h"
#include "tests/ui/Child.h"
#include "tests/ui/ShownWindow.h"
#include "ui/main/ProfileList.h"
#include "ui/main/ProfileWatch.h"
#include "ui/main/TrayIcon.h"

#include <QAction>
#include <QFile>
#include <QPushButton>
#include <QSystemTrayIcon>

using namespace masclet;
using masclet::test::child;
using masclet::test::ShownWindow;
using masclet::test::UiDesk;

namespace
{

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Some work of the desk ends, which makes every window look again.
void endSomeWork(UiDesk &desk)
{
    desk.runner().run(
        {QStringLiteral("some work"), {}, {}}, &desk.runner(), [](JobContext &) -> Result<> { return {}; },
        [](const Result<> &) {});
}

} // namespace

void tst_ProfileWatch::nothingOfTheProfileBeforeStaysWhenOneCannotBeRead()
{
    ShownWindow shown(UiDesk::History::Month);
    const QString path = shown.desk.addProfile(QStringLiteral("other"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    writeFile(path, "title = [");
    shown.window.showProfiles();
    QVERIFY(shown.settle());
    QCOMPARE(shown.history().model().rowCount(), 30);

    auto *const profiles = child<ProfileList>(shown.window, "profiles");
    profiles->setCurrentRow(1);
    endSomeWork(shown.desk);
    QVERIFY(shown.settle());
    QVERIFY2(shown.text("verdict").contains(path), qPrintable(shown.text("verdict")));
    QVERIFY(shown.window.findChild<ProfileWatch *>()->profile().name.isEmpty());
    QCOMPARE(shown.history().model().rowCount(), 0);
    for (const char *action : {"backUp", "restore", "testRestore", "verify", "retention", "checklist"})
        QVERIFY2(!shown.window.findChild<QAction *>(QString::fromLatin1(action))->isEnabled(), action);

    writeFile(path, good);
    QTest::keyClick(child<QPushButton>(shown.window, "remedy"), Qt::Key_Space);
    QVERIFY(shown.settle());
    QCOMPARE(shown.window.findChild<ProfileWatch *>()->profile().name, QStringLiteral("other"));
    QVERIFY(shown.window.findChild<QAction *>(QStringLiteral("backUp"))->isEnabled());
}

void tst_ProfileWatch::anAlarmOfAProfileThatIsNotShownIsSeen()
{
    UiDesk desk(UiDesk::History::Month);
    desk.addProfile(QStringLiteral("other"));
    desk.addProfile(QStringLiteral("third"));
    QVERIFY(QFile::remove(desk.path(QStringLiteral("third/repository.json"))));
    {
        Result<Repository> other = Repository::open(desk.path(QStringLiteral("other")), desk.clock());
        QVERIFY_RESULT(other);
        const Result<RepositoryLock> lock = other->lock({}, {}, {});
        QVERIFY_RESULT(lock);
        JournalledStep step; // a service that nobody has started again
        step.runId = newRunId(desk.clock());
        step.number = 1;
        step.kind = QStringLiteral("stop-service");
        step.profile = QStringLiteral("other");
        step.profileId = desk.context().services.profiles.load(step.profile)->profile.id;
        QVERIFY_RESULT(journalBegun(other->journal(), *lock, step));
    }
    MainWindow window(desk.context());
    window.showProfiles();
    window.show();
    QVERIFY(test::settle(desk.runner()));
    auto *const profiles = child<ProfileList>(window, "profiles");
    const auto told = [&](int row) {
        return profiles->item(row)->data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(profiles->currentRow(), 0);
    QCOMPARE(told(0), QStringLiteral("masclet_imperi: Needs attention"));
    QCOMPARE(told(1), QStringLiteral("other: Not protected"));
    QCOMPARE(told(2), QStringLiteral("third: Could not check"));
    const auto *const tray = window.findChild<QSystemTrayIcon *>();
    QVERIFY2(tray->toolTip().contains(QStringLiteral("other: Not protected")), qPrintable(tray->toolTip()));

    // Reading the list again does not make it forget.
    profiles->setCurrentRow(2);
    window.showProfiles();
    QCOMPARE(told(1), QStringLiteral("other: Not protected"));
}

void tst_ProfileWatch::aRepositoryThatIsLostTurnsItsDotGrey()
{
    ShownWindow shown(UiDesk::History::Month);
    shown.desk.addProfile(QStringLiteral("other"));
    shown.window.showProfiles();
    QVERIFY(shown.settle());
    auto *const profiles = child<ProfileList>(shown.window, "profiles");
    const auto told = [&] {
        return profiles->item(0)->data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(told(), QStringLiteral("masclet_imperi: Needs attention"));
    QVERIFY(QFile::remove(shown.desk.path(QStringLiteral("backups/repository.json"))));
    endSomeWork(shown.desk);
    QVERIFY(shown.settle());
    QCOMPARE(told(), QStringLiteral("masclet_imperi: Could not check"));
}
