#include "tests/ui/tst_NewProfile.h"

#include "core/profile/EffectiveProfile.h"
#include "core/server/SecretSources.h"
#include "tests/support/Files.h"
#include "tests/support/MemoryKeychain.h"
#include "tests/ui/Child.h"
#include "tests/ui/HeldLooks.h"
#include "tests/ui/Settle.h"
#include "tests/ui/UiDesk.h"
#include "ui/support/Labels.h"
#include "ui/wizards/NewProfileWizard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <memory>

using namespace masclet;
using masclet::test::child;
using masclet::test::contentOf;
using masclet::test::MemoryKeychain;
using masclet::test::settle;
using masclet::test::UiDesk;

namespace
{

/// A wizard for a database that nobody looked at, on its page `page`, the first being 0.
class Opened
{
public:
    explicit Opened(int page)
        : Opened(page, std::make_unique<UiDesk>(UiDesk::History::None))
    {
    }
    Opened(int page, std::unique_ptr<UiDesk> desk)
        : m_desk(std::move(desk))
    {
        m_wizard.show();
        child<QLineEdit>(m_wizard, "connection.dbname")->setText(QStringLiteral("shop"));
        while (page-- > 0)
            m_wizard.next();
        if (!settle(m_desk->runner()))
            qFatal("the wizard does not come to rest");
    }
    /// So many pages further, with a name for the profile.
    void goOn(int pages)
    {
        while (pages-- > 0) {
            if (auto *const name =
                    m_wizard.currentPage()->findChild<QLineEdit *>(QStringLiteral("profileName")))
                name->setText(QStringLiteral("shop"));
            m_wizard.next();
            if (!settle(m_desk->runner()))
                qFatal("the wizard does not come to rest");
        }
    }
    UiDesk &desk() { return *m_desk; }
    NewProfileWizard &wizard() { return m_wizard; }
    template <class Widget>
    Widget *part(const char *name)
    {
        return child<Widget>(m_wizard, name);
    }

private:
    std::unique_ptr<UiDesk> m_desk;
    NewProfileWizard m_wizard{m_desk->context()};
};

} // namespace

void tst_NewProfile::whatIsLeftOutIsNoFullBackup()
{
    Opened at(1);
    at.part<QLineEdit>("logs.paths")->setText(QStringLiteral("/var/log"));
    auto *const leftOut = at.part<QLabel>("leftOut");
    QVERIFY2(!leftOut->isVisible(), qPrintable(leftOut->text()));
    at.part<QCheckBox>("backup.kinds.state")->setChecked(false);
    QVERIFY(leftOut->isVisible());
    QVERIFY2(leftOut->text().startsWith(QStringLiteral("System state: ")), qPrintable(leftOut->text()));
    at.part<QCheckBox>("backup.kinds.state")->setChecked(true);
    at.part<QLineEdit>("logs.paths")->clear();
    QVERIFY2(leftOut->text().startsWith(QStringLiteral("Logs: ")), qPrintable(leftOut->text()));
}

void tst_NewProfile::theDatabaseCannotBeLeftOut()
{
    Opened at(1);
    auto *const problem = at.part<QLabel>("kindsProblem");
    QVERIFY(!problem->isVisible());
    at.part<QCheckBox>("backup.kinds.db")->setChecked(false);
    QCOMPARE(problem->text(), checkKinds({}).error().message);
    QVERIFY(problem->isVisible());
    QVERIFY(!at.wizard().button(QWizard::NextButton)->isEnabled());
    at.part<QCheckBox>("backup.kinds.db")->setChecked(true);
    QVERIFY(!problem->isVisible());
    QVERIFY(at.wizard().button(QWizard::NextButton)->isEnabled());
}

void tst_NewProfile::anotherMachineIsProvenByItsName()
{
    Opened at(0);
    auto *const host = at.part<QLineEdit>("connection.host");
    const auto *const tls = at.part<QComboBox>("connection.sslmode");
    const QString usual = tls->currentText();
    host->setText(QStringLiteral("db.example.org"));
    QCOMPARE(tls->currentText(), QStringLiteral("verify-full"));
    host->setText(QStringLiteral("/run/postgresql"));
    QCOMPARE(tls->currentText(), usual);
}

void tst_NewProfile::aChosenTlsStays()
{
    Opened at(0);
    auto *const tls = at.part<QComboBox>("connection.sslmode");
    tls->setCurrentText(QStringLiteral("require"));
    at.part<QLineEdit>("connection.host")->setText(QStringLiteral("db.example.org"));
    QCOMPARE(tls->currentText(), QStringLiteral("require"));
}

/// Encrypted by root for the machine's systemd, instead of a pass file.
void tst_NewProfile::aCredentialIsNamedWhereItCanBeHad()
{
    Opened at(0);
    SchedulePlaces places = at.desk().useOwnCron();
    places.userUnits.clear(); // as root
    at.desk().setSchedulePlaces(places);
    at.part<QLineEdit>("password")->setText(QStringLiteral("s3cret"));
    at.goOn(5);
    const auto plan = [&at] {
        QStringList texts;
        for (const QLabel *label : at.wizard().currentPage()->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(QChar(u'\n'));
    };
    QVERIFY2(plan().contains(QStringLiteral("root or marta on this machine can read it")),
             qPrintable(plan()));
    QVERIFY2(!plan().contains(QStringLiteral("systemd-creds")), qPrintable(plan()));
    QVERIFY(QDir().mkpath(places.runFolder + QStringLiteral("/systemd/system")));
    at.wizard().back();
    at.wizard().next();
    QVERIFY(settle(at.desk().runner()));
    QVERIFY2(plan().contains(QStringLiteral("systemd-creds encrypt --name=shop - ")), qPrintable(plan()));
}

void tst_NewProfile::aPasswordIsStoredUnprovenWhereTheServerIsAway()
{
    const auto keychain = std::make_shared<MemoryKeychain>();
    auto own = std::make_unique<UiDesk>(UiDesk::History::None);
    own->setKeychain(keychain);
    Opened at(0, std::move(own));
    const UiDesk &desk = at.desk();
    at.part<QLineEdit>("connection.host")->setText(desk.path(QStringLiteral("nowhere")));
    at.part<QLineEdit>("password")->setText(QStringLiteral("s3cret"));
    QVERIFY(at.part<QCheckBox>("storeKeychain")->isChecked());
    at.goOn(6);
    const QString lines = at.part<QLabel>("resultLines")->text();
    QVERIFY2(lines.contains(QStringLiteral("The password is not proven")), qPrintable(lines));
    const auto made = desk.context().services.profiles.load(QStringLiteral("shop"));
    QVERIFY_RESULT(made);
    QCOMPARE(keychain->textOf(passwordEntryOf(made->profile)), QByteArray("s3cret"));
    QVERIFY(contentOf(passFileOf(made->profile).path()).contains("s3cret"));
}

void tst_NewProfile::theRoomIsLookedForInTheBackground()
{
    Opened at(2);
    const auto *const room = at.part<QLabel>("room");
    QVERIFY2(room->text().contains(QStringLiteral("free there")), qPrintable(room->text()));
    at.part<QLineEdit>("repository.path")->setText(at.desk().path(QStringLiteral("elsewhere/deep")));
    QVERIFY(room->text().isEmpty() && !at.desk().runner().isIdle());
    QVERIFY(settle(at.desk().runner()));
    QVERIFY2(room->text().contains(QStringLiteral("free there")), qPrintable(room->text()));
    at.part<QLineEdit>("repository.path")->setText(QStringLiteral("no path"));
    QVERIFY(settle(at.desk().runner()));
    QVERIFY(room->text().isEmpty());
}

void tst_NewProfile::aTimeThatTheClocksSkipIsToldAndMended()
{
    Opened at(3);
    at.part<QLineEdit>("schedule.zone")->setText(QStringLiteral("Europe/Madrid"));
    auto *const warning = at.part<QLabel>("clockWarning");
    QVERIFY(warning->isVisible());
    QVERIFY2(warning->text().contains(QStringLiteral("2025-03-30")), qPrintable(warning->text()));
    auto *const better = at.part<QPushButton>("takeBetterTime");
    QCOMPARE(better->text(), QStringLiteral("&Use 03:00"));
    QTest::keyClick(better, Qt::Key_Space);
    QCOMPARE(at.part<QLineEdit>("schedule.at")->text(), QStringLiteral("03:00"));
    QVERIFY(!warning->isVisible());
    at.part<QLineEdit>("schedule.at")->setText(QStringLiteral("23:00,02:30"));
    QCOMPARE(better->text(), QStringLiteral("&Use 23:00, 03:30"));
    at.part<QLineEdit>("schedule.zone")->setText(QStringLiteral("UTC"));
    QVERIFY(!warning->isVisible());
}

/// The server is looked at, and meanwhile another one is named.
void tst_NewProfile::whatWasFoundWithOtherValuesIsNotTold()
{
    Opened at(0);
    at.part<QLineEdit>("connection.host")->setText(at.desk().path(QStringLiteral("nowhere")));
    test::HeldLooks looks(at.desk().runner());
    auto *const test = at.part<QPushButton>("testConnection");
    test->click();
    QVERIFY(!test->isEnabled());
    at.part<QLineEdit>("connection.dbname")->setText(QStringLiteral("another"));
    QVERIFY(test->isEnabled());
    looks.letAllGo();
    QVERIFY(settle(at.desk().runner()));
    QCOMPARE(at.part<ToneLabel>("foundServer")->text(), QString());
    QVERIFY(!at.part<QLabel>("errorMessage")->isVisible());
    test->click();
    QVERIFY(settle(at.desk().runner()));
    QVERIFY(at.part<QLabel>("errorMessage")->isVisible());
}

void tst_NewProfile::filesAreLookedForInTheBackground()
{
    UiDesk desk(UiDesk::History::None);
    const QString compose = desk.path(QStringLiteral("compose.yml")); // the program was started there
    QFile file(compose);
    QVERIFY(file.open(QIODevice::WriteOnly));
    test::HeldLooks looks(desk.runner());
    NewProfileWizard wizard(desk.context());
    wizard.show();
    child<QLineEdit>(wizard, "connection.dbname")->setText(QStringLiteral("shop"));
    wizard.next();
    auto *const paths = child<QLineEdit>(wizard, "config.paths");
    QVERIFY2(!paths->text().contains(compose), qPrintable(paths->text()));
    looks.letAllGo();
    QVERIFY(settle(desk.runner()));
    QVERIFY2(paths->text().contains(compose), qPrintable(paths->text()));
}

void tst_NewProfile::filesThatComeLateLeaveWhatWasWritten()
{
    UiDesk desk(UiDesk::History::None);
    QFile file(desk.path(QStringLiteral("compose.yml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    test::HeldLooks looks(desk.runner());
    NewProfileWizard wizard(desk.context());
    wizard.show();
    child<QLineEdit>(wizard, "connection.dbname")->setText(QStringLiteral("shop"));
    wizard.next();
    auto *const paths = child<QLineEdit>(wizard, "config.paths");
    paths->setText(QStringLiteral("/etc/shop"));
    looks.letAllGo();
    QVERIFY(settle(desk.runner()));
    QCOMPARE(paths->text(), QStringLiteral("/etc/shop"));
    wizard.next();
    wizard.back();
    QCOMPARE(paths->text(), QStringLiteral("/etc/shop"));
}
