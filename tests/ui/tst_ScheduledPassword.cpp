#include "tests/ui/tst_ScheduledPassword.h"

#include "core/service/Passwords.h"
#include "tests/support/Files.h"
#include "tests/support/TestMain.h"
#include "tests/ui/Person.h"
#include "tests/ui/Tables.h"
#include "ui/support/Labels.h"
#include "ui/wizards/NewProfileWizard.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>

using namespace masclet;
using masclet::test::cellBeside;
using masclet::test::child;
using masclet::test::contentOf;
using masclet::test::headline;
using masclet::test::Person;
using masclet::test::problem;
using masclet::test::rowsIn;
using masclet::test::TempCluster;

namespace
{

const QFile::Permissions ownersAlone =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

/// The wizard's first page, filled in for a role that needs a password; the keys are in its field.
NewProfileWizard *typed(Person &person, const TempCluster &cluster, const QString &password)
{
    auto *const wizard = person.open<NewProfileWizard>("newProfile");
    person.settle();
    person.write(*wizard, "connection.host", QStringLiteral("127.0.0.1"));
    person.write(*wizard, "connection.port", QString::number(cluster.port()));
    person.write(*wizard, "connection.dbname", QStringLiteral("shop"));
    person.write(*wizard, "connection.user", QStringLiteral("guarded"));
    auto *const edit = child<QLineEdit>(*wizard, "password");
    edit->setFocus();
    QTest::keyClicks(edit, password);
    return wizard;
}

/// To the end, with the database alone.
void make(Person &person, QWizard &wizard)
{
    person.press(wizard, QWizard::NextButton);
    for (const char *kind : {"backup.kinds.config", "backup.kinds.logs", "backup.kinds.state"})
        child<QAbstractButton>(wizard, kind)->setChecked(false);
    person.press(wizard, QWizard::NextButton);
    person.nameProfile(wizard);
    for (int page = 0; page < 3; ++page)
        person.press(wizard, QWizard::NextButton);
    person.press(wizard, QWizard::CommitButton);
    QVERIFY(person.settle());
}

void prove(Person &person, QWizard &wizard)
{
    auto *const button = child<QPushButton>(wizard, "proveScheduled");
    button->setFocus();
    QTest::keyClick(wizard.focusWidget(), Qt::Key_Space);
    QVERIFY(person.settle());
}

QString verdict(const QWidget &wizard)
{
    return child<ToneLabel>(wizard, "scheduleVerdict")->text();
}

} // namespace

void tst_ScheduledPassword::initTestCase()
{
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.hostRules = {QStringLiteral("host all guarded 127.0.0.1/32 scram-sha-256")};
    Result<std::unique_ptr<TempCluster>> cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    QVERIFY_RESULT(m_cluster->psql("shop", "create role guarded superuser login password 'right';"
                                           "create table animals (id int primary key);"
                                           "insert into animals select generate_series(1, 347)"));
}

void tst_ScheduledPassword::cleanupTestCase()
{
    m_cluster.reset();
}

void tst_ScheduledPassword::itIsStoredAndProvenByKeyboard()
{
    Person person;
    auto *const wizard = typed(person, *m_cluster, QStringLiteral("right"));
    const auto *const consequence = child<ToneLabel>(*wizard, "storesConsequence");
    auto *const box = child<QCheckBox>(*wizard, "storePassFile");
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Tab); // to show it
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Tab); // no keychain here
    QCOMPARE(wizard->focusWidget(), box);
    QVERIFY2(consequence->text().contains(QStringLiteral("whoever is root")),
             qPrintable(consequence->text()));
    QCOMPARE(box->accessibleDescription(), consequence->text());
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Space);
    QVERIFY2(consequence->text().contains(QStringLiteral("no run will have it")),
             qPrintable(consequence->text()));
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Space);
    make(person, *wizard);
    QVERIFY2(headline(*wizard).contains(QStringLiteral("is ready")), qPrintable(problem(*wizard)));
    const QString passFile = passFileOf(person.profile()).path();
    QVERIFY(contentOf(passFile).endsWith(":guarded:right\n"));
    QCOMPARE(QFile::permissions(passFile), ownersAlone);
    QVERIFY(!contentOf(person.profile().path).contains("right"));

    prove(person, *wizard);
    QCOMPARE(problem(*wizard), QString());
    const QString found = cellBeside(*wizard, "scheduleFindings", QStringLiteral("Password"), 2);
    QVERIFY2(found.contains(passFile), qPrintable(found));
    const QString backup = cellBeside(*wizard, "scheduleFindings", QStringLiteral("Backup"), 2);
    QVERIFY2(backup.startsWith(QStringLiteral("347 rows were dumped")), qPrintable(backup));
    QVERIFY2(verdict(*wizard).startsWith(QStringLiteral("It works")), qPrintable(verdict(*wizard)));
    QCOMPARE(person.sets().size(), 0); // all of it was thrown away
    person.press(*wizard, QWizard::FinishButton);
    QVERIFY(person.settle());
}

void tst_ScheduledPassword::oneThatIsRefusedIsStoredNowhere()
{
    Person person;
    auto *const wizard = typed(person, *m_cluster, QStringLiteral("wrong-word"));
    make(person, *wizard);
    QVERIFY2(headline(*wizard).contains(QStringLiteral("is ready")), qPrintable(problem(*wizard)));
    const QString lines = child<QLabel>(*wizard, "resultLines")->text();
    QVERIFY2(lines.contains(QStringLiteral("The password was not stored")), qPrintable(lines));
    QVERIFY(!lines.contains(QStringLiteral("wrong-word")));
    QVERIFY(!QFileInfo::exists(passFileOf(person.profile()).path()));
    person.press(*wizard, QWizard::FinishButton);
    QVERIFY(person.settle());
}

/// Nobody stored it for the night: the proof says so before the first night does.
void tst_ScheduledPassword::oneForThisSessionAloneFailsAtNight()
{
    Person person;
    auto *const wizard = typed(person, *m_cluster, QStringLiteral("right"));
    child<QCheckBox>(*wizard, "storePassFile")->setChecked(false);
    make(person, *wizard);
    QVERIFY2(headline(*wizard).contains(QStringLiteral("is ready")), qPrintable(problem(*wizard)));
    QVERIFY(!QFileInfo::exists(passFileOf(person.profile()).path()));
    prove(person, *wizard);
    QCOMPARE(verdict(*wizard), QStringLiteral("Tonight's run would fail"));
    QVERIFY(rowsIn(*wizard, "scheduleFindings") > 2);
    QVERIFY2(problem(*wizard).contains(QStringLiteral("password")), qPrintable(problem(*wizard)));
    // It is put right, and proven by the same button.
    QVERIFY_RESULT(storePassword(PasswordStore::PassFile, person.profile(),
                                 Secret::fromView({"right", size_t(5)}), person.context().services.secrets,
                                 {}));
    prove(person, *wizard);
    QCOMPARE(problem(*wizard), QString());
    QVERIFY2(verdict(*wizard).startsWith(QStringLiteral("It works")), qPrintable(verdict(*wizard)));
    person.press(*wizard, QWizard::FinishButton);
    QVERIFY(person.settle());
}
