#include "tests/ui/tst_Contacts.h"

#include "core/service/AlarmWatch.h"
#include "tests/support/Files.h"
#include "tests/ui/Settle.h"
#include "tests/ui/Tables.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/ContactsDialog.h"
#include "ui/reports/ReportPdf.h"
#include "ui/reports/Reports.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace masclet;
using masclet::test::cellIn;
using masclet::test::child;
using masclet::test::contentOf;
using masclet::test::put;
using masclet::test::rowsIn;
using masclet::test::settle;
using masclet::test::UiDesk;

namespace
{

QDialog *editOf(QWidget &dialog)
{
    QDialog *found = nullptr;
    for (QDialog *edit : dialog.findChildren<QDialog *>(QStringLiteral("contactEdit"))) {
        if (edit->isVisible())
            found = edit;
    }
    return found;
}

Profile withContacts(Profile profile, const QList<Profile::Contact> &contacts)
{
    profile.contacts = contacts;
    return profile;
}

const Profile::Contact ana{QStringLiteral("devops"),     QStringLiteral("Ana <b>R&D</b>"), {}, {}, {},
                           QStringLiteral("600 100 200")};

} // namespace

void tst_Contacts::aContactIsAddedChangedAndRemoved()
{
    UiDesk desk(UiDesk::History::Profile);
    ContactsDialog dialog(desk.context(), desk.profile());
    QSignalSpy saved(&dialog, &ContactsDialog::saved);
    dialog.show();
    QVERIFY(settle(desk.runner()));
    QCOMPARE(rowsIn(dialog, "contacts"), 0);
    QTest::keyClick(child<QPushButton>(dialog, "contactAdd"), Qt::Key_Space);
    QDialog *edit = editOf(dialog);
    QVERIFY(edit);
    child<QComboBox>(*edit, "contactRole")->setCurrentIndex(1);
    QTest::keyClicks(child<QLineEdit>(*edit, "contact-name"), QStringLiteral("Marta"));
    QTest::keyClicks(child<QLineEdit>(*edit, "contact-mail"), QStringLiteral("marta@example.org"));
    QTest::keyClick(child<QLineEdit>(*edit, "contact-mail"), Qt::Key_Return);
    QVERIFY(settle(desk.runner()));
    QCOMPARE(saved.size(), 1);
    QCOMPARE(desk.profile().contacts.size(), 1);
    QCOMPARE(desk.profile().contacts.first().role, QStringLiteral("sysadmin"));
    QCOMPARE(cellIn(dialog, "contacts", 0, 1), QStringLiteral("Marta"));
    QVERIFY(child<QPushButton>(dialog, "test-sysadmin")->isEnabled());

    QTest::keyClick(child<QPushButton>(dialog, "contactChange"), Qt::Key_Space);
    edit = editOf(dialog);
    QVERIFY(edit);
    QTest::keyClicks(child<QLineEdit>(*edit, "contact-phone"), QStringLiteral("600"));
    QTest::keyClick(child<QLineEdit>(*edit, "contact-phone"), Qt::Key_Return);
    QVERIFY(settle(desk.runner()));
    QCOMPARE(desk.profile().contacts.first().phone, QStringLiteral("600"));
    QCOMPARE(desk.profile().contacts.first().mail, QStringLiteral("marta@example.org"));

    QTest::keyClick(child<QPushButton>(dialog, "contactRemove"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QCOMPARE(desk.profile().contacts.size(), 0);
    QCOMPARE(rowsIn(dialog, "contacts"), 0);
}

/// Their names differ only behind what the table shows, and it is sorted another way than the profile.
void tst_Contacts::ofTwoThatLookAlikeTheChosenOneIsMeant()
{
    UiDesk desk(UiDesk::History::Profile);
    Profile::Contact first = ana;
    first.name = QString(100, QChar(u'a')) + QStringLiteral(" one");
    Profile::Contact second = ana;
    second.name = QString(100, QChar(u'a')) + QStringLiteral(" two");
    Profile::Contact last = ana;
    last.name = QStringLiteral("zoe");
    StoredProfile stored = desk.stored();
    stored.profile.contacts = {first, second, last};
    QVERIFY_RESULT(desk.context().services.profiles.save(stored));
    ContactsDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    auto *const table = child<QTableView>(dialog, "contacts");
    table->sortByColumn(1, Qt::DescendingOrder);
    QCOMPARE(cellIn(dialog, "contacts", 0, 1), last.name);
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Down); // the last row
    QTest::keyClick(child<QPushButton>(dialog, "contactChange"), Qt::Key_Space);
    QDialog *const edit = editOf(dialog);
    QVERIFY(edit);
    QCOMPARE(child<QLineEdit>(*edit, "contact-name")->text(), second.name);
    QTest::keyClick(edit, Qt::Key_Escape);
    QTest::keyClick(child<QPushButton>(dialog, "contactRemove"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QCOMPARE(desk.profile().contacts.size(), 2);
    QCOMPARE(desk.profile().contacts[0].name, first.name);
    QCOMPARE(desk.profile().contacts[1].name, last.name);
}

void tst_Contacts::aContactThatCannotBeReachedIsNotKept()
{
    UiDesk desk(UiDesk::History::Profile);
    ContactsDialog dialog(desk.context(), desk.profile());
    dialog.show();
    QVERIFY(settle(desk.runner()));
    QTest::keyClick(child<QPushButton>(dialog, "contactAdd"), Qt::Key_Space);
    QDialog *const edit = editOf(dialog);
    QVERIFY(edit);
    QTest::keyClicks(child<QLineEdit>(*edit, "contact-name"), QStringLiteral("Ana"));
    QVERIFY(!child<QLabel>(*edit, "contactProblem")->text().isEmpty());
    QTest::keyClick(child<QLineEdit>(*edit, "contact-name"), Qt::Key_Return);
    QVERIFY(edit->isVisible());
    QTest::keyClicks(child<QLineEdit>(*edit, "contact-mail"), QStringLiteral("no address"));
    QTest::keyClick(child<QLineEdit>(*edit, "contact-mail"), Qt::Key_Return);
    QVERIFY(edit->isVisible());
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(settle(desk.runner()));
    QCOMPARE(desk.profile().contacts.size(), 0);
}

void tst_Contacts::whatWasChangedMeanwhileIsNotWrittenOver()
{
    UiDesk desk(UiDesk::History::Profile);
    ContactsDialog dialog(desk.context(), withContacts(desk.profile(), {ana}));
    dialog.show();
    QVERIFY(settle(desk.runner()));
    StoredProfile stored = desk.stored();
    stored.profile.contacts = {ana, {ana.role, QStringLiteral("Other"), {}, {}, {}, ana.phone}};
    QVERIFY_RESULT(desk.context().services.profiles.save(stored));
    QTest::keyClick(child<QPushButton>(dialog, "contactRemove"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QVERIFY(child<QLabel>(dialog, "errorMessage")->isVisible());
    QCOMPARE(desk.profile().contacts.size(), 2);
}

void tst_Contacts::aTestMessageArrives()
{
    UiDesk desk(UiDesk::History::Profile);
    const QString got = desk.path(QStringLiteral("got.json"));
    const QString script = desk.path(QStringLiteral("tell"));
    put(script, "#!/bin/sh\ncat > \"$1\"\n");
    QFile::setPermissions(script, QFile::Permissions(0x7755));
    Profile::Contact contact = ana;
    contact.command = {script, got};
    ContactsDialog dialog(desk.context(), withContacts(desk.profile(), {contact}));
    dialog.show();
    QVERIFY(settle(desk.runner()));
    QTest::keyClick(child<QPushButton>(dialog, "test-devops"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QVERIFY2(contentOf(got).contains("\"test\""), contentOf(got).constData());
    QVERIFY(child<QLabel>(dialog, "tested-devops")->isVisible());
}

void tst_Contacts::anOpenAlarmIsAnswered()
{
    UiDesk desk(UiDesk::History::Month);
    const Profile profile = withContacts(desk.profile(), {ana});
    StoredProfile stored = desk.stored();
    stored.profile.contacts = profile.contacts;
    QVERIFY_RESULT(desk.context().services.profiles.save(stored));
    desk.clock().advance(std::chrono::hours(24 * 9)); // nothing was proven for that long
    static_cast<void>(lookAfterAlarms(desk.context().services, profile, {}));
    const auto open = openIncidents(desk.context().services, profile);
    QVERIFY_RESULT(open);
    QVERIFY(!open->isEmpty());
    ContactsDialog dialog(desk.context(), profile);
    QSignalSpy acknowledged(&dialog, &ContactsDialog::acknowledged);
    dialog.show();
    QVERIFY(settle(desk.runner()));
    QCOMPARE(rowsIn(dialog, "incidents"), int(open->size()));
    QTest::keyClick(child<QPushButton>(dialog, "incidentAnswer"), Qt::Key_Space);
    QVERIFY(settle(desk.runner()));
    QCOMPARE(acknowledged.size(), 1);
    const auto after = openIncidents(desk.context().services, profile);
    QVERIFY_RESULT(after);
    QCOMPARE(std::count_if(after->begin(), after->end(),
                           [](const Incident &incident) { return incident.isAcknowledged(); }),
             1);
}

void tst_Contacts::theCardHasEverybody()
{
    UiDesk desk(UiDesk::History::Profile);
    const Profile::Contact dba{QStringLiteral("dba"), QStringLiteral("Marta"), {}, {}, {},
                               QStringLiteral("600")};
    const Report card = contactsReport(desk.context().services, withContacts(desk.profile(), {ana, dba}));
    QCOMPARE(card.sections.size(), 2);
    QCOMPARE(card.sections[0].facts.first().label, ana.name);
    QCOMPARE(card.sections[1].facts.first().value, QStringLiteral("600"));
    QVERIFY(reportPdf(card).startsWith("%PDF"));
}
