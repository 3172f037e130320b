#include "tests/ui/tst_Meanwhile.h"

#include "tests/ui/Child.h"
#include "tests/ui/HeldLooks.h"
#include "tests/ui/Settle.h"
#include "tests/ui/UiDesk.h"
#include "ui/wizards/RestoreTestWizard.h"

#include <QRadioButton>

using namespace masclet;
using masclet::test::child;
using masclet::test::settle;
using masclet::test::UiDesk;

void tst_Meanwhile::aPlanThatComesLateIsNotShown()
{
    UiDesk desk(UiDesk::History::Month);
    RestoreTestWizard wizard(desk.context(), desk.profile(), desk.newestSet());
    wizard.show();
    QVERIFY(settle(desk.runner()));
    test::HeldLooks looks(desk.runner());
    wizard.next();
    const QPointer<Job> first = looks.newest();
    wizard.back();
    child<QRadioButton>(wizard, "placeSandbox")->click();
    looks.hold();
    wizard.next();
    looks.letOneGo();
    QTRY_VERIFY(!first);
    QVERIFY(!wizard.button(QWizard::CommitButton)->isEnabled());
    looks.letAllGo();
    QVERIFY(settle(desk.runner()));
    QVERIFY(wizard.button(QWizard::CommitButton)->isEnabled());
}
