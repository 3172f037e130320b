#include "tests/ui/tst_Passwords.h"

#include "tests/support/MemoryKeychain.h"
#include "tests/ui/Child.h"
#include "tests/ui/Settle.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/support/Labels.h"
#include "ui/wizards/NewProfileWizard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

using namespace masclet;
using masclet::test::child;
using masclet::test::MemoryKeychain;
using masclet::test::settle;
using masclet::test::UiDesk;

namespace
{

const QString typed = QStringLiteral("se:cr\\et 1");

/// Preferences of a profile whose server does not answer, at the page with the password.
struct Preferences {
    explicit Preferences(std::shared_ptr<MemoryKeychain> stored)
        : keychain(std::move(stored))
    {
        desk.setKeychain(keychain);
        StoredProfile profile = desk.stored();
        profile.give(*optionByPath(QStringLiteral("connection.port")), qint64(1));
        if (const Result<> saved = desk.context().services.profiles.save(profile); !saved)
            qFatal("%s", test::reason(saved).constData());
        dialog = std::make_unique<PreferencesDialog>(desk.context(), desk.stored());
        dialog->show();
        auto *const sections = child<QListWidget>(*dialog, "sections");
        sections->setFocus();
        QTest::keyClick(sections, Qt::Key_Down);
        if (!settle(desk.runner()))
            qFatal("the stores do not answer");
    }
    QString entry() const { return passwordEntryOf(desk.profile()); }
    QString passFile() const { return passFileOf(desk.profile()).path(); }
    QString label(const char *name) const { return child<ToneLabel>(*dialog, name)->text(); }

    UiDesk desk{UiDesk::History::Profile};
    std::shared_ptr<MemoryKeychain> keychain;
    std::unique_ptr<PreferencesDialog> dialog;
};

/// The name of the widget that has the keys.
QString focused(const QWidget &window)
{
    return window.focusWidget() ? window.focusWidget()->objectName() : QString();
}

bool stands(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.readAll().contains(text.toUtf8());
}

} // namespace

void tst_Passwords::aPasswordIsTypedRevealedStoredChangedAndRemovedByKeyboard()
{
    Preferences preferences(std::make_shared<MemoryKeychain>());
    PreferencesDialog &dialog = *preferences.dialog;
    auto *const edit = child<QLineEdit>(dialog, "password");
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(dialog.focusWidget(), key);
    };
    edit->setFocus();
    QTest::keyClicks(edit, typed);
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    press(Qt::Key_Tab);
    QCOMPARE(focused(dialog), QStringLiteral("revealPassword"));
    press(Qt::Key_Space);
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    press(Qt::Key_Tab);
    QCOMPARE(focused(dialog), QStringLiteral("storeKeychain"));
    QVERIFY(child<QCheckBox>(dialog, "storeKeychain")->isChecked());
    press(Qt::Key_Tab);
    QCOMPARE(focused(dialog), QStringLiteral("storePassFile"));
    press(Qt::Key_Space);
    press(Qt::Key_Tab);
    QCOMPARE(focused(dialog), QStringLiteral("storePassword"));
    press(Qt::Key_Space);
    QVERIFY(settle(preferences.desk.runner()));
    QCOMPARE(preferences.keychain->textOf(preferences.entry()), typed.toUtf8());
    QVERIFY(preferences.label("passwordOutcome").contains(QStringLiteral("not proven")));
    QVERIFY(preferences.label("inKeychain").contains(QStringLiteral("holds a password")));
    QVERIFY(edit->text().isEmpty());
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(!QFile::exists(preferences.passFile()));
    QVERIFY(!stands(preferences.desk.profile().path, typed));

    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("other"));
    QTest::keyClick(child<QPushButton>(dialog, "storePassword"), Qt::Key_Space);
    QVERIFY(settle(preferences.desk.runner()));
    QCOMPARE(preferences.keychain->textOf(preferences.entry()), QByteArray("other"));

    QTest::keyClick(child<QPushButton>(dialog, "removePassword"), Qt::Key_Space);
    auto *const question = child<QMessageBox>(dialog, "confirmRemove");
    QTest::keyClick(question, Qt::Key_Escape);
    QCOMPARE(preferences.keychain->entries.size(), 1);
    QVERIFY(QTest::qWaitFor([&] { return !dialog.findChild<QMessageBox *>(); }));
    QTest::keyClick(child<QPushButton>(dialog, "removePassword"), Qt::Key_Space);
    QTest::keyClick(child<QPushButton>(dialog, "confirmRemoveYes"), Qt::Key_Space);
    QVERIFY(settle(preferences.desk.runner()));
    QCOMPARE(preferences.keychain->entries.size(), 0);
    QVERIFY(preferences.label("inKeychain").contains(QStringLiteral("holds no password")));
}

void tst_Passwords::thePassFileIsAStoreAsWell()
{
    Preferences preferences(std::make_shared<MemoryKeychain>());
    QTest::keyClicks(child<QLineEdit>(*preferences.dialog, "password"), QStringLiteral("both"));
    QTest::keyClick(child<QPushButton>(*preferences.dialog, "storePassword"), Qt::Key_Space);
    QVERIFY(settle(preferences.desk.runner()));
    QCOMPARE(preferences.keychain->textOf(preferences.entry()), QByteArray("both"));
    QVERIFY(stands(preferences.passFile(), QStringLiteral("both")));
    QVERIFY(preferences.label("inPassFile").contains(QStringLiteral("holds a password")));
}

void tst_Passwords::aSessionWithoutAKeychainSaysSoAndOffersThePassFile()
{
    const auto keychain = std::make_shared<MemoryKeychain>();
    keychain->absent = Error{ErrorKind::Credentials, QStringLiteral("There is no session bus."), {}, {}, {}};
    Preferences preferences(keychain);
    auto *const box = child<QCheckBox>(*preferences.dialog, "storeKeychain");
    QVERIFY(!box->isEnabled() && !box->isChecked());
    QVERIFY(child<QLabel>(*preferences.dialog, "aboutKeychain")->text().contains(keychain->absent->message));
    QCOMPARE(preferences.label("inKeychain"), keychain->absent->message);
    QVERIFY(child<QCheckBox>(*preferences.dialog, "storePassFile")->isChecked());
}

void tst_Passwords::aKeychainThatFailsIsToldAndNothingIsKept()
{
    const auto keychain = std::make_shared<MemoryKeychain>();
    keychain->broken = Error{ErrorKind::Credentials, QStringLiteral("The keychain is locked."), {}, {}, {}};
    Preferences preferences(keychain);
    QTest::keyClicks(child<QLineEdit>(*preferences.dialog, "password"), typed);
    QTest::keyClick(child<QPushButton>(*preferences.dialog, "storePassword"), Qt::Key_Space);
    QVERIFY(settle(preferences.desk.runner()));
    QCOMPARE(keychain->entries.size(), 0);
    bool told = false;
    for (const QLabel *label : preferences.dialog->findChildren<QLabel *>(QStringLiteral("errorMessage")))
        told = told || (label->isVisible() && label->text() == keychain->broken->message);
    QVERIFY(told);
    // Nothing has to be typed again once it is unlocked.
    QCOMPARE(child<QLineEdit>(*preferences.dialog, "password")->text(), typed);
}

void tst_Passwords::aStoreThatTheProfileDoesNotReadIsTold()
{
    Preferences preferences(std::make_shared<MemoryKeychain>());
    auto *const secret = child<QComboBox>(*preferences.dialog, "connection.secret");
    auto *const unread = child<QLabel>(*preferences.dialog, "passwordUnread");
    QVERIFY2(!unread->isVisible(), qPrintable(unread->text()));
    secret->setCurrentIndex(secret->findData(QStringLiteral("keychain")));
    QVERIFY(settle(preferences.desk.runner()));
    QVERIFY(unread->isVisible());
    QVERIFY2(unread->text().contains(preferences.passFile()), qPrintable(unread->text()));
    child<QCheckBox>(*preferences.dialog, "storePassFile")->setChecked(false);
    QVERIFY(!unread->isVisible());
    secret->setCurrentIndex(secret->findData(QStringLiteral("systemd")));
    QVERIFY2(unread->text().contains(QStringLiteral("keychain")), qPrintable(unread->text()));
    QVERIFY(settle(preferences.desk.runner()));
}

void tst_Passwords::theNewProfilesPageHidesAndShowsWhatIsTyped()
{
    UiDesk desk(UiDesk::History::None);
    desk.setKeychain(std::make_shared<MemoryKeychain>());
    NewProfileWizard wizard(desk.context());
    wizard.show();
    QVERIFY(settle(desk.runner()));
    auto *const edit = child<QLineEdit>(wizard, "password");
    QTest::keyClicks(edit, typed);
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QTest::keyClick(child<QToolButton>(wizard, "revealPassword"), Qt::Key_Space);
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    QVERIFY(child<QCheckBox>(wizard, "storeKeychain")->isEnabled());
    QVERIFY(child<QCheckBox>(wizard, "storeKeychain")->isChecked());
}

void tst_Passwords::whatFollowsFromTheStoresIsTold()
{
    Preferences preferences(std::make_shared<MemoryKeychain>());
    auto *const keychain = child<QCheckBox>(*preferences.dialog, "storeKeychain");
    auto *const passFile = child<QCheckBox>(*preferences.dialog, "storePassFile");
    QVERIFY2(preferences.label("storesConsequence").contains(QStringLiteral("root or marta on this machine")),
             qPrintable(preferences.label("storesConsequence")));
    QTest::keyClick(passFile, Qt::Key_Space);
    QVERIFY2(preferences.label("storesConsequence").startsWith(QStringLiteral("Scheduled runs cannot")),
             qPrintable(preferences.label("storesConsequence")));
    QTest::keyClick(keychain, Qt::Key_Space);
    QVERIFY2(preferences.label("storesConsequence").contains(QStringLiteral("kept nowhere")),
             qPrintable(preferences.label("storesConsequence")));
}
