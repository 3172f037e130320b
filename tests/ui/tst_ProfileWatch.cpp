#include "tests/ui/tst_ProfileWatch.h"

#include "tests/ui/Child.h"
#include "tests/ui/ShownWindow.h"
#include "ui/main/ProfileList.h"
#include "ui/main/ProfileWatch.h"

#include <QAction>
#include <QFile>
#include <QPushButton>

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
