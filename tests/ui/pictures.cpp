// Renders every screen into a folder, to be looked at: pictures FOLDER es|en light|dark. The scale is Qt's
// (QT_SCALE_FACTOR). The target `pictures` runs it in all combinations.
#include "app/Language.h"
#include "tests/support/TestMain.h"
#include "tests/ui/Screens.h"
#include "tests/ui/UiTestMain.h"

#include <QDir>

using namespace masclet;

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
    return 0;
}
