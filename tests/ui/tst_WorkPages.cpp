#include "tests/ui/tst_WorkPages.h"

#include "tests/support/TestMain.h"
#include "tests/ui/PageCheck.h"
#include "tests/ui/Person.h"
#include "tests/ui/Screens.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/NewProfileWizard.h"
#include "ui/wizards/RestoreTestWizard.h"
#include "ui/wizards/RestoreWizard.h"

#include <QTableView>

using namespace masclet;
using masclet::test::child;
using masclet::test::Person;

namespace
{

/// Text that is markup, holds a mnemonic and a quote.
const QString foreignName = QStringLiteral("<b>R&D</b>");

/// Opens the wizard again and again, goes one page further each time and leaves it by Escape.
template <class Wizard>
void leaveEveryPage(Person &person, const char *action, int pages)
{
    for (int last = 0; last < pages; ++last) {
        auto *const wizard = person.open<Wizard>(action);
        QVERIFY(person.settle());
        for (int page = 0; page < last; ++page) {
            wizard->next();
            QVERIFY(person.settle());
        }
        QTest::keyClick(wizard, Qt::Key_Escape);
        QVERIFY(!wizard->isVisible());
        QVERIFY(person.settle());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace

void tst_WorkPages::initTestCase()
{
    auto cluster = test::TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(test::makeSampleDatabase(*m_cluster, foreignName));
}

void tst_WorkPages::cleanupTestCase()
{
    m_cluster.reset();
}

void tst_WorkPages::everyPageIsReachedByTabAndShowsForeignNamesAsTheyStand()
{
    QStringList faults;
    int screens = 0;
    test::visitWork(
        *m_cluster,
        [&](const QString &name, QWidget &screen) {
            ++screens;
            const QStringList found = test::keyboardFaults(screen) + test::markupFaults(screen, foreignName) +
                                      test::enterFaults(screen);
            for (const QString &fault : found)
                faults << name + QStringLiteral(": ") + fault;
        },
        foreignName);
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("\n") + faults.join(u'\n')));
    QVERIFY(screens > 30);
}

void tst_WorkPages::escapeOnAnyPageBeforeTheWorkChangesNothing()
{
    Person person;
    leaveEveryPage<NewProfileWizard>(person, "newProfile", 1);
    QVERIFY(person.context().services.profiles.list()->isEmpty());
    person.makeProfile(*m_cluster, foreignName);
    if (QTest::currentTestFailed())
        return;
    leaveEveryPage<BackupWizard>(person, "backUp", 2);
    QCOMPARE(person.sets().size(), 0);
    QWizard *const backup = person.backUp();
    person.press(*backup, QWizard::FinishButton);
    QVERIFY(person.settle());
    QCOMPARE(person.sets().size(), 1);
    const auto databases = [this] {
        return m_cluster->psql("postgres",
                               "select string_agg(datname, ' ' order by datname) from pg_database");
    };
    const Result<QByteArray> before = databases();
    QVERIFY_RESULT(before);
    const QDateTime proven = person.sets().first().evidence.restoreTested;
    leaveEveryPage<RestoreTestWizard>(person, "testRestore", 2);
    leaveEveryPage<RestoreWizard>(person, "restore", 3);
    QCOMPARE(*databases(), *before);
    QCOMPARE(person.sets().first().evidence.restoreTested, proven);
    QCOMPARE(person.sets().size(), 1);
}
