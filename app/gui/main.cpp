#include "app/AppContext.h"
#include "app/Language.h"
#include "app/ProcessGuards.h"
#include "core/process/ToolProcess.h"
#include "ui/main/MainWindow.h"
#include "ui/support/Theme.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

#include <unistd.h>

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Desktop)
};

/// The profile to show first and the language; everything else is in the window.
QString profileFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr("PostgreSQL backups that are proven to restore"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("profile"), Tr::tr("profile to show: a name, or a path of a file"),
                      QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("lang"), Tr::tr("language: es or en"), QStringLiteral("es|en")});
    parser.process(arguments);
    return parser.value(QStringLiteral("profile"));
}

} // namespace

int main(int argc, char **argv)
{
    masclet::guardProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("masclet-backup-gui"));
    QApplication::setApplicationVersion(QStringLiteral(MASCLET_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("masclet-backup-gui"));
    const masclet::SystemClock clock;
    const masclet::AppContext app = masclet::AppContext::ofProcess(clock);
    const masclet::LanguageScope language(
        masclet::chosenLanguage(QApplication::arguments(), app.environment()));
    const QString profile = profileFrom(QApplication::arguments());
    masclet::theme::apply(application, masclet::theme::systemScheme());
    masclet::WorkRunner runner(clock);
    const masclet::UiContext context{app.services(),
                                     app.environment(),
                                     runner,
                                     app.proposedRepository(),
                                     QDir::currentPath(),
                                     QApplication::applicationDirPath() + QStringLiteral("/masclet-backup"),
                                     app.homeFolder()};
    masclet::MainWindow window(context);
    window.showProfiles(profile);
    window.show();
    const int code = QApplication::exec();
    if (runner.isHeldByDisk()) { // waiting for it would have no end (fault S08)
        masclet::ToolProcess::endAll();
        ::_exit(code);
    }
    return code;
}
