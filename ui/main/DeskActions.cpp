#include "ui/main/DeskActions.h"

#include "core/base/Text.h"
#include "core/service/HistoryService.h"
#include "core/service/ProfileCheck.h"
#include "core/service/RestoreService.h"
#include "core/service/VerifyService.h"
#include "ui/dialogs/AlarmsDialog.h"
#include "ui/dialogs/ChecklistDialog.h"
#include "ui/dialogs/ContactsDialog.h"
#include "ui/dialogs/LogsDialog.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/dialogs/RetentionDialog.h"
#include "ui/dialogs/ScheduleDialog.h"
#include "ui/main/ProfileWatch.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/NewProfileWizard.h"
#include "ui/wizards/RestoreTestWizard.h"
#include "ui/wizards/RestoreWizard.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace masclet
{

namespace
{

constexpr int questionWidth = 560;

} // namespace

QString DeskActions::newestSet() const
{
    const QList<StoredSet> &sets = m_watch.overview().sets;
    return sets.isEmpty() ? QString() : sets.first().id;
}

void DeskActions::openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DeskActions::openWizard(DeskWizard *wizard)
{
    connect(wizard, &DeskWizard::failed, this, &DeskActions::stayForFailure);
    connect(wizard, &DeskWizard::failedUnseen, this, &DeskActions::failed);
    connect(wizard, &DeskWizard::followedBy, this, &DeskActions::openWizard);
    wizard->open();
}

void DeskActions::backUp()
{
    openWizard(new BackupWizard(m_context, m_watch.profile(), m_window));
}

void DeskActions::restore()
{
    openWizard(new RestoreWizard(m_context, m_watch.profile(), m_setId, m_window));
}

void DeskActions::testRestore()
{
    testRestoreOf(m_setId);
}

void DeskActions::testRestoreOf(const QString &setId)
{
    openWizard(new RestoreTestWizard(m_context, m_watch.profile(), setId, m_window));
}

void DeskActions::newProfile()
{
    auto *const wizard = new NewProfileWizard(m_context, m_window);
    connect(wizard, &NewProfileWizard::created, this, &DeskActions::profilesChanged);
    openWizard(wizard);
}

void DeskActions::verify()
{
    verifySet(m_setId);
}

void DeskActions::verifySet(const QString &setId)
{
    const Profile &profile = m_watch.profile();
    const VerifyRequest request{.profile = profile, .setIds = {setId}};
    m_context.runner.run(
        {tr("Verifying %1").arg(setId), tr("The set stays as it is."), profile.repository.path,
         QStringLiteral("verify")},
        this,
        [&services = m_context.services, request](JobContext &context) {
            return VerifyService(services).verify(request, context);
        },
        [this](const Result<VerifyReport> &report) {
            if (!report)
                Q_EMIT failed(report.error());
            else if (report->failure)
                Q_EMIT failed(*report->failure);
        });
}

void DeskActions::pin()
{
    if (!m_set)
        return;
    const Pin wish = isPinned() ? Pin::Lift : Pin::Set;
    m_context.runner.look(
        this,
        [&services = m_context.services, path = m_watch.profile().repository.path, id = m_set->id,
         wish](JobContext &context) { return changePin(services, path, id, wish, {}, context.stopToken()); },
        [this](const Result<> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            m_watch.refresh();
        });
}

void DeskActions::openFolder()
{
    if (!m_set || m_set->files.isEmpty())
        return;
    const QString path =
        m_watch.profile().repository.path + QChar(u'/') + QString::fromUtf8(m_set->files.first().path);
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).path()));
}

void DeskActions::copyVerifyCommand()
{
    QGuiApplication::clipboard()->setText(
        commandTwin(QStringLiteral("verify"), m_watch.profile(), {m_setId}));
}

void DeskActions::copyPinCommand()
{
    QGuiApplication::clipboard()->setText(commandTwin(
        isPinned() ? QStringLiteral("unpin") : QStringLiteral("pin"), m_watch.profile(), {m_setId}));
}

void DeskActions::checklist()
{
    checklistOf({});
}

void DeskActions::checklistOf(const QDate &day)
{
    auto *const dialog = new ChecklistDialog(m_context, m_watch.profile(), day, m_window);
    connect(dialog, &ChecklistDialog::kept, &m_watch, &ProfileWatch::refresh);
    openDialog(dialog);
}

void DeskActions::retention()
{
    auto *const dialog = new RetentionDialog(m_context, m_watch.profile(), m_window);
    connect(dialog, &RetentionDialog::failed, this, &DeskActions::stayForFailure);
    connect(dialog, &RetentionDialog::failedUnseen, this, &DeskActions::failed);
    openDialog(dialog);
}

void DeskActions::logs()
{
    openDialog(new LogsDialog(m_context, m_watch.profile(), m_window));
}

void DeskActions::schedule()
{
    auto *const dialog = new ScheduleDialog(m_context, m_watch.profile(), m_window);
    connect(dialog, &ScheduleDialog::changed, &m_watch, &ProfileWatch::refresh);
    connect(dialog, &ScheduleDialog::failed, this, &DeskActions::stayForFailure);
    connect(dialog, &ScheduleDialog::failedUnseen, this, &DeskActions::failed);
    openDialog(dialog);
}

void DeskActions::contacts()
{
    auto *const dialog = new ContactsDialog(m_context, m_watch.profile(), m_window);
    connect(dialog, &ContactsDialog::saved, this, &DeskActions::profilesChanged);
    connect(dialog, &ContactsDialog::acknowledged, &m_watch, &ProfileWatch::refresh);
    openDialog(dialog);
}

void DeskActions::alarms()
{
    auto *const dialog =
        new AlarmsDialog(m_context, m_watch.profile(), m_watch.overview().status.alarms, m_window);
    connect(dialog, &AlarmsDialog::acknowledged, &m_watch, &ProfileWatch::refresh);
    connect(dialog, &AlarmsDialog::contactsWanted, this, &DeskActions::contacts);
    openDialog(dialog);
}

void DeskActions::preferences()
{
    const Profile &profile = m_watch.profile();
    const Result<StoredProfile> stored =
        m_context.services.profiles.load(profile.path.isEmpty() ? profile.name : profile.path);
    if (!stored) {
        Q_EMIT failed(stored.error());
        return;
    }
    auto *const dialog = new PreferencesDialog(m_context, *stored, m_window);
    connect(dialog, &PreferencesDialog::saved, this, &DeskActions::profilesChanged);
    openDialog(dialog);
}

/// The server is another one or has far fewer rows, and retention waits for a person.
void DeskActions::acceptServer()
{
    const QStringList shown = m_watch.overview().status.holds;
    QMessageBox *const box =
        messageBox(m_window, icon(QStringLiteral("shield-question-mark"), Tone::Warn),
                   tr("Retention deletes nothing until somebody has looked:"), shown.join(QChar(u'\n')));
    box->setWindowTitle(tr("Retention waits"));
    QPushButton *const accept = box->addButton(tr("It is right so"), QMessageBox::AcceptRole);
    accept->setObjectName(QStringLiteral("acceptServer"));
    box->addButton(tr("Leave it"), QMessageBox::RejectRole);
    connect(accept, &QPushButton::clicked, this, [this, shown, profile = m_watch.profile()] {
        m_context.runner.look(
            this,
            [&services = m_context.services, profile, shown](JobContext &context) {
                return masclet::acceptServer(services, profile, shown, context.stopToken());
            },
            [this](const Result<int> &lifted) {
                if (!lifted)
                    Q_EMIT failed(lifted.error());
                m_watch.refresh();
            });
    });
    box->open();
}

void DeskActions::goBack(const KeptDatabase &kept)
{
    const Profile profile = m_watch.profile(); // another one may be shown when the answer comes
    const QString name = oneLine(kept.database, 63);
    auto *const box = new QInputDialog(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("goBack"));
    box->setWindowTitle(tr("Go back to the database before"));
    box->setLabelText(tr("On %1, port %2, the database %3 gives way to the one before it, now called %4.\n"
                         "What is there now is kept under another name.\n\n"
                         "Type the name of the database to go on:")
                          .arg(plainAmpersands(oneLine(profile.connection.host, 100)),
                               QString::number(profile.connection.port), plainAmpersands(name),
                               plainAmpersands(oneLine(kept.name, 63))));
    box->findChild<QLabel *>()->setTextFormat(Qt::PlainText); // names of databases
    box->setOkButtonText(tr("Go back"));
    box->findChild<QLabel *>()->setWordWrap(true);
    box->resize(questionWidth, box->sizeHint().height());
    connect(box, &QInputDialog::textValueSelected, this, [this, name, profile, kept](const QString &typed) {
        if (typed == name)
            undo(profile, kept);
        else
            Q_EMIT failed({ErrorKind::Usage,
                           tr("\"%1\" is not the name of the database.").arg(oneLine(typed, 80)),
                           tr("Nothing was changed."),
                           {},
                           {}});
    });
    box->open();
}

void DeskActions::undo(const Profile &profile, const KeptDatabase &kept)
{
    m_context.runner.run(
        {tr("Swapping %1 back").arg(oneLine(kept.database, 63)),
         tr("The restored database stays in its place."), profile.repository.path},
        this,
        [&services = m_context.services, profile, kept](JobContext &context) {
            return RestoreService(services).undo(profile, kept.database, kept, context);
        },
        [this](const Result<RestoreReport> &report) {
            if (!report)
                Q_EMIT failed(report.error());
            else if (report->failure)
                Q_EMIT failed(*report->failure);
        });
}

void DeskActions::about()
{
    QMessageBox *const box =
        messageBox(m_window, applicationIcon(), QStringLiteral("Masclet Backup " MASCLET_VERSION),
                   tr("PostgreSQL backups that are proven to restore.\n\nGPL-3.0-or-later. Charts by "
                      "QCustomPlot (GPL-3.0-or-later), icons by Lucide (ISC)."));
    box->setWindowTitle(tr("About"));
    box->open();
}

void DeskActions::mend(Remedy remedy)
{
    switch (remedy) {
    case Remedy::BackUp:
        return backUp();
    case Remedy::Verify:
        return verifySet(newestSet()); // the verdict speaks of it, whatever row is selected
    case Remedy::RestoreTest:
        return testRestoreOf(m_watch.overview().status.status.newestSet);
    case Remedy::ShowAlarms:
        return alarms();
    case Remedy::ShowChecklist:
        return checklist();
    case Remedy::AcceptServer:
        return acceptServer();
    case Remedy::ShowSchedule:
        return schedule();
    case Remedy::ShowRun: // the window selects it
    case Remedy::None:
        break;
    }
}

bool DeskActions::mayClose()
{
    const QList<ActiveWork *> &active = m_context.runner.active();
    if (active.isEmpty())
        return true;
    QStringList leaves;
    for (const ActiveWork *work : active)
        leaves << QStringLiteral("%1: %2").arg(work->title().text, work->title().stopLeaves);
    QMessageBox *const box = messageBox(
        m_window, icon(QStringLiteral("circle-question-mark"), Tone::Busy), tr("Work is still running."),
        tr("Stopping leaves this:") + QChar(u'\n') + leaves.join(QChar(u'\n')));
    box->setWindowTitle(tr("Close the window?"));
    box->setObjectName(QStringLiteral("closeQuestion"));
    QPushButton *const background = box->addButton(tr("Go on in the background"), QMessageBox::AcceptRole);
    QPushButton *const stop = box->addButton(tr("Stop and close"), QMessageBox::DestructiveRole);
    QPushButton *const stay = box->addButton(tr("Stay"), QMessageBox::RejectRole);
    background->setObjectName(QStringLiteral("closeBackground"));
    stop->setObjectName(QStringLiteral("closeStop"));
    stay->setObjectName(QStringLiteral("closeStay"));
    connect(stay, &QPushButton::clicked, this, &DeskActions::stayOpen);
    connect(background, &QPushButton::clicked, this, [this] {
        m_window->hide();
        closeAfterWork();
    });
    connect(stop, &QPushButton::clicked, this, [this] {
        for (ActiveWork *work : m_context.runner.active())
            work->requestStop();
        closeAfterWork();
    });
    box->open();
    return false;
}

void DeskActions::stayOpen()
{
    m_closing = false;
}

/// Nobody would hear of it if the program ended with the last work.
void DeskActions::stayForFailure(const Error &error)
{
    if (!m_closing || error.kind == ErrorKind::Stopped)
        return;
    stayOpen();
    m_window->show();
}

void DeskActions::closeAfterWork()
{
    m_closing = true;
    // Later, as closeWhenIdle() is called behind a work: what came of it is told first.
    QMetaObject::invokeMethod(this, &DeskActions::closeWhenIdle, Qt::QueuedConnection);
}

void DeskActions::closeWhenIdle()
{
    if (!m_closing || !m_context.runner.active().isEmpty())
        return;
    m_window->close();
    // A window that was hidden meanwhile is not the last one that closes.
    QGuiApplication::quit();
}

} // namespace masclet
