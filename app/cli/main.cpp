#include "app/ProcessGuards.h"
#include "app/cli/MainCommandLine.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    masclet::guardProcess();
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("masclet-backup"));
    const masclet::SystemClock clock;
    const masclet::AppContext context = masclet::AppContext::ofProcess(clock);
    masclet::SystemConsole console;
    return masclet::execute(QCoreApplication::arguments().mid(1), context, console);
}
