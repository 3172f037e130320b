#include "tests/ui/Screens.h"

#include "tests/support/DumpWith.h"
#include "tests/support/TestMain.h"
#include "tests/ui/Child.h"
#include "tests/ui/Person.h"
#include "tests/ui/Tour.h"
#include "ui/dialogs/PreviewDialog.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/NewProfileWizard.h"
#include "ui/wizards/RestoreTestWizard.h"
#include "ui/wizards/RestoreWizard.h"

#include <QAbstractButton>
#include <QFile>
#include <QTabWidget>

namespace masclet::test
{

namespace
{

void visitNewProfile(const Tour &tour, Person &person, const TempCluster &cluster, const QString &database)
{
    auto *const wizard = person.open<NewProfileWizard>("newProfile");
    tour.show(QStringLiteral("new-profile-1"), *wizard);
    person.write(*wizard, "connection.host", cluster.socketFolder());
    person.write(*wizard, "connection.port", QString::number(cluster.port()));
    person.write(*wizard, "connection.dbname", database);
    person.write(*wizard, "password", QStringLiteral("s3cret"));
    person.click(*wizard, "testConnection");
    tour.show(QStringLiteral("new-profile-1-found"), *wizard);
    wizard->next();
    for (const char *kind : {"backup.kinds.config", "backup.kinds.logs", "backup.kinds.state"})
        child<QAbstractButton>(*wizard, kind)->setChecked(false);
    tour.pages(QStringLiteral("new-profile"), *wizard, 2, 3);
    person.nameProfile(*wizard);
    wizard->next();
    tour.pages(QStringLiteral("new-profile"), *wizard, 4, 7);
    person.click(*wizard, "proveScheduled");
    tour.show(QStringLiteral("new-profile-7-proven"), *wizard);
    wizard->accept();
}

void visitRestores(const Tour &tour, Person &person, const QString &database)
{
    auto *const test = person.open<RestoreTestWizard>("testRestore");
    tour.pages(QStringLiteral("restore-test"), *test, 1, 3);
    test->accept();
    auto *const beside = person.open<RestoreWizard>("restore");
    beside->show();
    person.settle();
    person.click(*beside, "preview");
    auto *const preview = child<PreviewDialog>(*beside, "previewDialog");
    tour.show(QStringLiteral("preview-set"), *preview);
    QTest::keyClick(preview, Qt::Key_Escape);
    tour.pages(QStringLiteral("restore-beside"), *beside, 1, 3);
    beside->back();
    person.write(*beside, "targetName", database);
    beside->next();
    tour.show(QStringLiteral("restore-3-blocked"), *beside);
    beside->reject();
    auto *const restore = person.open<RestoreWizard>("restore");
    restore->show();
    person.settle();
    restore->next();
    person.click(*restore, "replace");
    tour.show(QStringLiteral("restore-2"), *restore);
    restore->next();
    person.settle();
    person.write(*restore, "typedName", database);
    tour.show(QStringLiteral("restore-3"), *restore);
    restore->next();
    tour.show(QStringLiteral("restore-4"), *restore);
    person.click(*restore, "undo");
    tour.show(QStringLiteral("restore-4-undone"), *restore);
    restore->accept();
}

/// A dump made elsewhere, to its end.
void visitForeignRestore(const Tour &tour, Person &person, const TempCluster &cluster,
                         const QString &database)
{
    const QString dump = person.home() + QStringLiteral("/shop_2019.sql");
    const auto made =
        cluster.tool(QStringLiteral("pg_dump"), {QStringLiteral("-f"), dump}, database.toUtf8());
    if (!made)
        qFatal("%s", reason(made).constData());
    auto *const restore = person.open<RestoreWizard>("restore");
    restore->show();
    person.settle();
    person.click(*restore, "sourceFile");
    person.write(*restore, "foreignFile", dump);
    person.settle();
    person.click(*restore, "foreignTrust");
    tour.pages(QStringLiteral("foreign-done"), *restore, 1, 4);
    restore->accept();
}

/// What is loaded is not what was counted.
void visitFailedTest(const Tour &tour, Person &person)
{
    const DumpWith tool("DELETE FROM public.animals WHERE id = 1;");
    StoredProfile stored = *person.context().services.profiles.load(person.profile().name);
    stored.give(*optionByPath(QStringLiteral("connection.tools")), tool.folder());
    if (const Result<> saved = person.context().services.profiles.save(stored); !saved)
        qFatal("%s", reason(saved).constData());
    person.window().showProfiles();
    person.settle();
    auto *const backup = person.open<BackupWizard>("backUp");
    tour.pages(QStringLiteral("backup-failed"), *backup, 1, 3);
    backup->accept();
    person.settle();
    tour.show(QStringLiteral("main-not-restored"), person.window());
}

} // namespace

void visitWork(const TempCluster &cluster, const ScreenVisitor &visit, const QString &database)
{
    Person person;
    const Tour tour(visit, person.runner());
    visitNewProfile(tour, person, cluster, database);
    auto *const backup = person.open<BackupWizard>("backUp");
    tour.pages(QStringLiteral("backup"), *backup, 1, 3);
    backup->accept();
    visitRestores(tour, person, database);
    auto *const details = child<QTabWidget>(person.window(), "details");
    person.settle();
    for (int tab = 0; tab < details->count(); ++tab) {
        details->setCurrentIndex(tab);
        tour.show(QStringLiteral("details-%1").arg(tab + 1), person.window());
    }
    visitForeignRestore(tour, person, cluster, database);
    visitFailedTest(tour, person);
}

Result<> makeSampleDatabase(const TempCluster &cluster, const QString &database)
{
    QFile script(qEnvironmentVariable("MASCLET_SOURCE_DIR") +
                 QStringLiteral("/resources/sample/masclet_imperi.sql"));
    if (!script.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, QStringLiteral("the sample database is missing"));
    MASCLET_TRY(cluster.createDatabase(database.toUtf8()));
    MASCLET_TRY(cluster.psql(database.toUtf8(), script.readAll()));
    return {};
}

} // namespace masclet::test
