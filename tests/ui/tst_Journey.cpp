#include "tests/ui/tst_Journey.h"

#include "app/AppContext.h"
#include "core/repository/Repository.h"
#include "tests/support/TempCluster.h"
#include "tests/support/TestMain.h"
#include "tests/ui/Settle.h"
#include "ui/main/MainWindow.h"
#include "ui/support/UiContext.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/NewProfileWizard.h"
#include "ui/wizards/RestoreTestWizard.h"
#include "ui/wizards/RestoreWizard.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

#include <signal.h>
#include <unistd.h>

using namespace masclet;
using masclet::test::settle;
using masclet::test::TempCluster;

namespace
{

/// A person at a desk of their own, with the real clock.
struct Person {
    Person()
        : app({{QStringLiteral("XDG_CONFIG_HOME"), home.filePath(QStringLiteral("config"))},
               {QStringLiteral("XDG_STATE_HOME"), home.filePath(QStringLiteral("state"))},
               {QStringLiteral("PATH"), qEnvironmentVariable("PATH")}},
              home.path(), ::geteuid(), clock)
        , context{app.services(), app.environment(), runner, repository(), home.path()}
        , window(context)
    {
        window.showProfiles();
        window.show();
    }
    QString repository() const { return home.filePath(QStringLiteral("backups")); }

    /// Chooses an action of the menu and returns the wizard that opened.
    template <class Wizard>
    Wizard *open(const char *action)
    {
        window.findChild<QAction *>(QString::fromLatin1(action))->trigger();
        const QList<Wizard *> wizards = window.findChildren<Wizard *>();
        return wizards.isEmpty() ? nullptr : wizards.last();
    }

    QTemporaryDir home{QStringLiteral("/tmp/muj-XXXXXX")};
    SystemClock clock;
    AppContext app;
    WorkRunner runner{clock};
    UiContext context;
    MainWindow window;
};

template <class Widget>
Widget *child(const QWidget &window, const char *name)
{
    auto *const found = window.findChild<Widget *>(QString::fromLatin1(name));
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

void press(QWizard &wizard, QWizard::WizardButton which)
{
    QTRY_VERIFY_WITH_TIMEOUT(wizard.button(which)->isEnabled() && wizard.button(which)->isVisible(), 60'000);
    QTest::keyClick(wizard.button(which), Qt::Key_Space);
}

/// What the last page says when its work has ended.
QString headline(const QWizard &wizard)
{
    return wizard.currentPage()->findChild<QWidget *>(QStringLiteral("resultHeadline"))->accessibleName();
}

void makeProfile(Person &person, const TempCluster &cluster)
{
    auto *const wizard = person.open<NewProfileWizard>("newProfile");
    QVERIFY(wizard);
    child<QLineEdit>(*wizard, "connection.host")->setText(cluster.socketFolder());
    child<QSpinBox>(*wizard, "connection.port")->setValue(cluster.port());
    child<QLineEdit>(*wizard, "connection.dbname")->setText(QStringLiteral("shop"));
    QTest::keyClick(child<QPushButton>(*wizard, "testConnection"), Qt::Key_Space);
    QVERIFY(settle(person.runner));
    press(*wizard, QWizard::NextButton);
    for (const char *kind : {"config", "logs", "state"})
        child<QCheckBox>(*wizard, (QByteArray("backup.kinds.") + kind).constData())->setChecked(false);
    for (int page = 0; page < 4; ++page)
        press(*wizard, QWizard::NextButton);
    press(*wizard, QWizard::CommitButton);
    press(*wizard, QWizard::FinishButton);
    QVERIFY(settle(person.runner));
}

void backUp(Person &person)
{
    auto *const wizard = person.open<BackupWizard>("backUp");
    QVERIFY(wizard);
    press(*wizard, QWizard::NextButton);
    press(*wizard, QWizard::CommitButton);
    QVERIFY(settle(person.runner));
    QVERIFY2(headline(*wizard).contains(QStringLiteral("restore-tested")),
             qPrintable(wizard->currentPage()->findChild<QLabel *>(QStringLiteral("errorMessage"))->text()));
    press(*wizard, QWizard::FinishButton);
    QVERIFY(settle(person.runner));
}

} // namespace

void tst_Journey::initTestCase()
{
    Result<std::unique_ptr<TempCluster>> cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    QVERIFY_RESULT(m_cluster->psql("shop",
                                   "create table animals (id int primary key, nom text);"
                                   "insert into animals select n, 'a' || n from generate_series(1, 347) n;"
                                   "create table parts (id int);"
                                   "insert into parts select generate_series(1, 1211)"));
}

void tst_Journey::cleanupTestCase()
{
    m_cluster.reset();
}

void tst_Journey::fromFirstStartToARestoreBeside()
{
    Person person;
    makeProfile(person, *m_cluster);
    if (QTest::currentTestFailed())
        return;
    backUp(person);
    if (QTest::currentTestFailed())
        return;
    const Result<Repository> repository = Repository::open(person.repository(), person.clock);
    QVERIFY_RESULT(repository);
    QCOMPARE(repository->sets()->size(), 1);
    QCOMPARE(repository->sets()->first().state, SetState::RestoreTested);

    person.window.findChild<QAction *>(QStringLiteral("verify"))->trigger();
    QVERIFY(settle(person.runner));
    auto *const test = person.open<RestoreTestWizard>("testRestore");
    QVERIFY(test);
    press(*test, QWizard::NextButton);
    press(*test, QWizard::CommitButton);
    QVERIFY(settle(person.runner));
    QVERIFY2(headline(*test).contains(QStringLiteral("equal")), qPrintable(headline(*test)));
    press(*test, QWizard::FinishButton);

    auto *const restore = person.open<RestoreWizard>("restore");
    QVERIFY(restore);
    press(*restore, QWizard::NextButton);
    child<QLineEdit>(*restore, "targetName")->setText(QStringLiteral("shop_again"));
    press(*restore, QWizard::NextButton);
    press(*restore, QWizard::CommitButton);
    QVERIFY(settle(person.runner));
    QVERIFY2(headline(*restore).contains(QStringLiteral("shop_again")), qPrintable(headline(*restore)));
    press(*restore, QWizard::FinishButton);
    const Result<QByteArray> rows = m_cluster->psql("shop_again", "select count(*) from animals");
    QVERIFY_RESULT(rows);
    QCOMPARE(rows->trimmed(), QByteArray("347"));
    QVERIFY_RESULT(m_cluster->dropDatabase("shop_again"));
}

void tst_Journey::aServerThatIsDownIsToldAndTriedAgain()
{
    Person person;
    makeProfile(person, *m_cluster);
    if (QTest::currentTestFailed())
        return;
    m_cluster->stop(SIGINT);
    auto *const wizard = person.open<BackupWizard>("backUp");
    press(*wizard, QWizard::NextButton);
    QVERIFY(settle(person.runner));
    auto *const message = wizard->currentPage()->findChild<QLabel *>(QStringLiteral("errorMessage"));
    QVERIFY(message->isVisible());
    QVERIFY(!wizard->button(QWizard::CommitButton)->isEnabled());
    QVERIFY_RESULT(m_cluster->resume());
    const QList<QPushButton *> buttons = wizard->currentPage()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QStringLiteral("Try again"))
            QTest::keyClick(button, Qt::Key_Space);
    }
    QVERIFY(settle(person.runner));
    QTRY_VERIFY(wizard->button(QWizard::CommitButton)->isEnabled());
    QTest::keyClick(wizard, Qt::Key_Escape);
}
