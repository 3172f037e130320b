#include "tests/ui/tst_Wizards.h"

#include "core/profile/OptionTable.h"
#include "tests/ui/Child.h"
#include "tests/ui/Settle.h"
#include "tests/ui/UiDesk.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/ForeignFilePanel.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace masclet;
using masclet::test::child;
using masclet::test::settle;
using masclet::test::UiDesk;

void tst_Wizards::aDumpIsLookedForInTheBackground()
{
    UiDesk desk(UiDesk::History::None);
    ForeignFilePanel panel(desk.context());
    panel.show();
    auto *const path = child<QLineEdit>(panel, "foreignFile");
    auto *const trust = child<QCheckBox>(panel, "foreignTrust");
    path->setText(desk.path(QStringLiteral("config")) + QStringLiteral("/.."));
    QVERIFY(!panel.isThere() && !desk.runner().isIdle());
    QVERIFY(settle(desk.runner()));
    path->setText(desk.path(QString()));
    QVERIFY(settle(desk.runner()));
    QVERIFY(panel.isThere() && !panel.isComplete());
    trust->setChecked(true);
    QVERIFY(panel.isComplete());
    // Another file needs another word.
    path->setText(desk.path(QStringLiteral("missing.sql")));
    QVERIFY(settle(desk.runner()));
    QVERIFY(!panel.isThere() && !trust->isChecked());
    QVERIFY(child<QLabel>(panel, "foreignProblem")->isVisible());
    path->clear();
    QVERIFY(!child<QLabel>(panel, "foreignProblem")->isVisible());
}

void tst_Wizards::theFolderOfADumpCanBeChosen()
{
    UiDesk desk(UiDesk::History::None);
    const QString dump = desk.path(QStringLiteral("dump"));
    QVERIFY(QDir().mkpath(dump));
    ForeignFilePanel panel(desk.context());
    panel.show();
    QTest::keyClick(child<QPushButton>(panel, "chooseFolder"), Qt::Key_Space);
    auto *const chooser = child<QFileDialog>(panel, "dumpChooser");
    QCOMPARE(chooser->fileMode(), QFileDialog::Directory);
    chooser->setDirectory(desk.path(QString()));
    auto *const name = child<QLineEdit>(*chooser, "fileNameEdit");
    name->setText(QStringLiteral("dump"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(settle(desk.runner()));
    QCOMPARE(QDir(child<QLineEdit>(panel, "foreignFile")->text()), QDir(dump));
    QVERIFY(panel.isThere());
}

void tst_Wizards::whetherARestoreTestFollowsIsSaidInWords()
{
    UiDesk desk(UiDesk::History::Profile);
    QSet<QString> texts;
    for (const QString &rhythm : optionByPath(QStringLiteral("schedule.restore_test"))->choices) {
        Profile profile = desk.profile();
        profile.schedule.restoreTest = rhythm;
        const BackupWizard wizard(desk.context(), profile);
        const QString text = child<QLabel>(wizard, "restoreTest")->text();
        QVERIFY2(!text.contains(rhythm) || rhythm == QStringLiteral("every"), qPrintable(text));
        texts << text;
    }
    QCOMPARE(texts.size(), 4);
}
