// Renders every screen into a folder, to be looked at: pictures FOLDER es|en light|dark. The scale is Qt's
// (QT_SCALE_FACTOR). The target `pictures` runs it in all combinations.
#include "app/Language.h"
#include "tests/ui/Settle.h"
#include "tests/ui/UiDesk.h"
#include "ui/dialogs/AlarmsDialog.h"
#include "ui/dialogs/ChecklistDialog.h"
#include "ui/dialogs/LogsDialog.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/dialogs/RetentionDialog.h"
#include "ui/main/MainWindow.h"
#include "ui/support/Theme.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/NewProfileWizard.h"
#include "ui/wizards/RestoreTestWizard.h"
#include "ui/wizards/RestoreWizard.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace masclet;
using masclet::test::settle;
using masclet::test::UiDesk;

namespace
{

const QSize smallScreen(1280, 800);

class Album
{
public:
    Album(QString folder, QString suffix)
        : m_folder(std::move(folder))
        , m_suffix(std::move(suffix))
    {
        QDir().mkpath(m_folder);
    }
    void take(const char *name, QWidget &window, UiDesk &desk)
    {
        window.show();
        if (!settle(desk.runner()))
            qFatal("%s does not come to rest", name);
        const QString path =
            QStringLiteral("%1/%2-%3.png").arg(m_folder, QString::fromLatin1(name), m_suffix);
        if (!window.grab().save(path))
            qFatal("cannot write %s", qPrintable(path));
    }

private:
    QString m_folder;
    QString m_suffix;
};

void takeMainWindows(Album &album)
{
    const std::pair<const char *, UiDesk::History> states[] = {{"main", UiDesk::History::Month},
                                                               {"main-empty", UiDesk::History::Profile},
                                                               {"main-first", UiDesk::History::None}};
    for (const auto &[name, history] : states) {
        UiDesk desk(history);
        MainWindow window(desk.context());
        window.resize(smallScreen);
        window.showProfiles();
        album.take(name, window, desk);
    }
    UiDesk desk(UiDesk::History::Month);
    QDir().rename(desk.path(QStringLiteral("backups")), desk.path(QStringLiteral("elsewhere")));
    MainWindow window(desk.context());
    window.resize(smallScreen);
    window.showProfiles();
    album.take("main-unreadable", window, desk);
}

void takeDialogs(Album &album, UiDesk &desk)
{
    ChecklistDialog checklist(desk.context(), desk.profile());
    album.take("checklist", checklist, desk);
    RetentionDialog retention(desk.context(), desk.profile());
    album.take("retention", retention, desk);
    LogsDialog logs(desk.context(), desk.profile());
    album.take("logs", logs, desk);
    Alarm alarm{QStringLiteral("20250218T010007Z-3f9c2a/1"), QStringLiteral("The service web is down."),
                QStringLiteral("systemctl: Unit web.service not found."), QStringLiteral("granja"),
                desk.clock().now()};
    AlarmsDialog alarms(desk.context(), desk.profile(), {alarm});
    album.take("alarms", alarms, desk);
    PreferencesDialog preferences(desk.context(), desk.stored());
    album.take("preferences", preferences, desk);
    auto *const sections = preferences.findChild<QListWidget *>(QStringLiteral("sections"));
    for (int row = 1; row < sections->count(); ++row) {
        sections->setCurrentRow(row);
        album.take(("preferences-" + QByteArray::number(row)).constData(), preferences, desk);
    }
}

/// Every page that can be reached without a server.
void takePages(Album &album, UiDesk &desk, DeskWizard &wizard, const QByteArray &name, int pages)
{
    for (int page = 1; page <= pages; ++page) {
        album.take((name + '-' + QByteArray::number(page)).constData(), wizard, desk);
        if (page < pages)
            wizard.next();
    }
}

void takeWizards(Album &album, UiDesk &desk)
{
    BackupWizard backup(desk.context(), desk.profile());
    takePages(album, desk, backup, "backup", 2);
    RestoreTestWizard restoreTest(desk.context(), desk.profile(), desk.newestSet());
    takePages(album, desk, restoreTest, "restore-test", 2);
    RestoreWizard restore(desk.context(), desk.profile(), {});
    takePages(album, desk, restore, "restore", 3);
    NewProfileWizard newProfile(desk.context());
    album.take("new-profile-1", newProfile, desk);
    newProfile.findChild<QLineEdit *>(QStringLiteral("connection.dbname"))->setText(QStringLiteral("shop"));
    for (int page = 2; page <= 6; ++page) {
        newProfile.next();
        album.take(("new-profile-" + QByteArray::number(page)).constData(), newProfile, desk);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 4)
        qFatal("usage: pictures FOLDER es|en light|dark");
    QApplication::setFont(QFont(QStringLiteral("DejaVu Sans"), 10));
    const LanguageScope language(arguments[2]);
    theme::apply(app, arguments[3] == QStringLiteral("dark") ? theme::Scheme::Dark : theme::Scheme::Light);
    const QString scale = QString::number(int(app.devicePixelRatio() * 100));
    Album album(arguments[1], QStringLiteral("%1-%2-%3").arg(arguments[2], arguments[3], scale));
    takeMainWindows(album);
    UiDesk desk(UiDesk::History::Month);
    takeDialogs(album, desk);
    takeWizards(album, desk);
    return 0;
}
