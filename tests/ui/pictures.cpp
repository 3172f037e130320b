// Renders every screen and every report into a folder, to be looked at: pictures FOLDER es|en light|dark. The
// scale is Qt's (QT_SCALE_FACTOR). The target `pictures` runs it in all combinations.
#include "app/Language.h"
#include "tests/support/TestMain.h"
#include "tests/ui/SampleReports.h"
#include "tests/ui/Screens.h"
#include "tests/ui/UiTestMain.h"
#include "ui/reports/ReportExport.h"

#include <QDir>

using namespace masclet;

namespace
{

/// What an auditor gets, to be looked at as well.
void keepReports(const QDir &folder, const QString &suffix)
{
    test::UiDesk desk(test::UiDesk::History::Month);
    const ServiceEnvironment &services = desk.context().services;
    const auto keep = [&](const char *name, const Report &report) {
        const QString path =
            folder.filePath(QStringLiteral("report-%1-%2.pdf").arg(QString::fromLatin1(name), suffix));
        if (const Result<> written = writeReport(report, path); !written)
            qFatal("%s", test::reason(written).constData());
    };
    keep("checklist", checklistReport(services, desk.profile(), test::checkedDay(desk)));
    keep("set", setReport(services, desk.profile(), test::newestSet(desk)));
    keep("test",
         restoreTestReport(services, desk.profile(), test::testReport(false), QStringLiteral("granja")));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 4)
        qFatal("usage: pictures FOLDER es|en light|dark");
    const bool dark = arguments[3] == QStringLiteral("dark");
    test::pinLooks(app, dark ? theme::Scheme::Dark : theme::Scheme::Light);
    const LanguageScope language(arguments[2]);
    const QString suffix =
        QStringLiteral("%1-%2-%3").arg(arguments[2], arguments[3]).arg(int(app.devicePixelRatio() * 100));
    const QDir folder(arguments[1]);
    if (!folder.mkpath(QStringLiteral(".")))
        qFatal("cannot make %s", qPrintable(folder.path()));
    const test::ScreenVisitor keep = [&](const QString &name, QWidget &screen) {
        const QString path = folder.filePath(QStringLiteral("%1-%2.png").arg(name, suffix));
        if (!screen.grab().save(path))
            qFatal("cannot write %s", qPrintable(path));
    };
    test::visitScreens(keep);
    const auto cluster = test::TempCluster::start();
    if (!cluster)
        qFatal("%s", test::reason(cluster).constData());
    if (const Result<> sample = test::makeSampleDatabase(**cluster); !sample)
        qFatal("%s", test::reason(sample).constData());
    test::visitWork(**cluster, keep);
    keepReports(folder, suffix);
    return 0;
}
