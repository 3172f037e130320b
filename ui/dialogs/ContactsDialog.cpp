#include "ui/dialogs/ContactsDialog.h"

#include "core/base/Text.h"
#include "core/notify/Message.h"
#include "core/profile/ContactTable.h"
#include "core/service/PeopleText.h"
#include "ui/dialogs/ContactEdit.h"
#include "ui/models/RowsModel.h"
#include "ui/reports/ReportExport.h"
#include "ui/reports/Reports.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr QSize contactsSize(1080, 640);
constexpr int incidentsHeight = 170;

QString whenTold(const Rung &rung)
{
    return rung.after.count() == 0
               ? ContactsDialog::tr("at once")
               : ContactsDialog::tr("after %1 without an answer").arg(exactDurationText(rung.after.count()));
}

/// How a round of test messages went: the first problem, or that all arrived.
QString outcomeText(const QList<Delivered> &delivered)
{
    for (const Delivered &one : delivered) {
        if (!one.outcome)
            return QStringLiteral("%1: %2").arg(oneLine(one.contact, 60),
                                                oneLine(one.outcome.error().message));
    }
    return ContactsDialog::tr("%n message(s) delivered", nullptr, int(delivered.size()));
}

QWidget *titled(const QString &title, std::initializer_list<QWidget *> widgets)
{
    auto *const area = new QWidget;
    auto *const layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    layout->addWidget(titleLabel(title));
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    return area;
}

QWidget *buttonRow(std::initializer_list<QPushButton *> buttons)
{
    auto *const bar = new QWidget;
    auto *const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : buttons) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch();
    return bar;
}

} // namespace

ContactsDialog::ContactsDialog(const UiContext &context, Profile profile, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_error(new ErrorPanel)
    , m_people(new RowsModel({{tr("Step")}, {tr("Name")}, {tr("Reached by")}}))
    , m_peopleView(rowsView(m_people, QStringLiteral("contacts"), tr("Who is told of an alarm")))
    , m_add(new QPushButton(icon(QStringLiteral("plus")), tr("&Add…")))
    , m_change(new QPushButton(tr("&Change…")))
    , m_remove(new QPushButton(tr("&Remove")))
    , m_ladder(new QWidget)
    , m_steps(new QVBoxLayout(m_ladder))
    , m_incidents(
          new RowsModel({{tr("Since")}, {tr("What is wrong")}, {tr("Told")}, {tr("Looked after by")}}))
    , m_incidentsView(rowsView(m_incidents, QStringLiteral("incidents"), tr("Alarms that are open")))
    , m_answer(new QPushButton(tr("&I look after it")))
{
    setWindowTitle(tr("Contacts and escalation of %1").arg(m_profile.name));
    resize(contactsSize);
    m_add->setObjectName(QStringLiteral("contactAdd"));
    m_change->setObjectName(QStringLiteral("contactChange"));
    m_remove->setObjectName(QStringLiteral("contactRemove"));
    m_answer->setObjectName(QStringLiteral("incidentAnswer"));
    auto *const splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(theme::margin);
    splitter->addWidget(makePeople());
    splitter->addWidget(makeLadder());
    splitter->setSizes({600, 440});
    QPushButton *const printed = exportButton();
    auto *const reports = new ReportExport(m_context.runner, this);
    connect(reports, &ReportExport::failed, m_error, &ErrorPanel::showError);
    connect(printed, &QPushButton::clicked, this, [this, reports] { reports->start(card()); });
    auto *const buttons = closeBar(this);
    buttons->addButton(
        copyCommandButton(this, [this] { return commandTwin(QStringLiteral("alarm contacts"), m_profile); }),
        QDialogButtonBox::ActionRole);
    buttons->addButton(printed, QDialogButtonBox::ActionRole);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_error);
    layout->addWidget(splitter, 1);
    layout->addWidget(makeAlarms());
    layout->addWidget(buttons);
    connect(m_add, &QPushButton::clicked, this, [this] { edit(-1); });
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (const int at = selectedRow(m_peopleView); at >= 0)
            edit(at);
    });
    connect(m_remove, &QPushButton::clicked, this, &ContactsDialog::removeSelected);
    connect(m_answer, &QPushButton::clicked, this, &ContactsDialog::answer);
    showContacts();
    showIncidents({});
    read();
}

QWidget *ContactsDialog::makePeople()
{
    m_peopleView->setSelectionMode(QAbstractItemView::SingleSelection);
    return titled(tr("Who is told"), {m_peopleView, buttonRow({m_add, m_change, m_remove})});
}

QWidget *ContactsDialog::makeLadder()
{
    m_steps->setContentsMargins(0, 0, 0, 0);
    m_steps->setSpacing(theme::gap);
    return titled(tr("In which order"), {m_ladder});
}

QWidget *ContactsDialog::makeAlarms()
{
    m_incidentsView->setSelectionMode(QAbstractItemView::SingleSelection);
    QWidget *const area = titled(tr("Open alarms"), {m_incidentsView, buttonRow({m_answer})});
    area->setMaximumHeight(incidentsHeight + theme::margin * 2);
    return area;
}

void ContactsDialog::read()
{
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile](JobContext &) {
            return openIncidents(services, profile);
        },
        [this](const Result<QList<Incident>> &incidents) {
            if (incidents)
                showIncidents(*incidents);
            else
                m_error->showError(incidents.error());
        });
}

void ContactsDialog::showContacts()
{
    QList<QList<Cell>> rows;
    for (const Profile::Contact &contact : std::as_const(m_profile.contacts)) {
        const QString ways = contactText(contact);
        rows << QList<Cell>{{roleTitle(contact.role), contact.role},
                            {oneLine(contact.name, 80)},
                            {ways, {}, Tone::Neutral, {}, ways}};
    }
    m_people->setRows(rows);
    fitColumns(m_peopleView);
    m_peopleView->selectRow(0);
    m_change->setEnabled(!rows.isEmpty());
    m_remove->setEnabled(!rows.isEmpty());
    showLadder();
}

void ContactsDialog::showLadder()
{
    while (QLayoutItem *const item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QList<Rung> ladder = ladderOf(m_profile);
    if (ladder.isEmpty())
        m_steps->addWidget(plainLabel(tr("Nobody is told when a backup fails. Add somebody.")));
    for (const Rung &rung : ladder) {
        auto *const box = masclet::card();
        auto *const title = new ToneLabel;
        title->show(QStringLiteral("users"),
                    QStringLiteral("%1: %2").arg(roleTitle(rung.role), whenTold(rung)), Tone::Neutral);
        QStringList names;
        for (const Profile::Contact &contact : rung.contacts)
            names << oneLine(contact.name, 80);
        auto *const outcome = mutedLabel();
        outcome->setObjectName(QStringLiteral("tested-") + rung.role);
        outcome->hide();
        auto *const button = new QPushButton(tr("Send a test"));
        button->setObjectName(QStringLiteral("test-") + rung.role);
        button->setAccessibleName(tr("Send a test: %1").arg(roleTitle(rung.role)));
        button->setAutoDefault(false);
        auto *const texts = new QVBoxLayout;
        texts->addWidget(title);
        texts->addWidget(plainLabel(names.join(QStringLiteral(", "))));
        texts->addWidget(outcome);
        auto *const layout = new QHBoxLayout(box);
        layout->addLayout(texts, 1);
        layout->addWidget(button, 0, Qt::AlignTop);
        m_steps->addWidget(box);
        connect(button, &QPushButton::clicked, this,
                [this, role = rung.role, outcome, button] { test(role, outcome, button); });
    }
    m_steps->addStretch();
}

void ContactsDialog::showIncidents(const QList<Incident> &incidents)
{
    m_open = incidents;
    QList<QList<Cell>> rows;
    for (const Incident &incident : incidents) {
        QStringList told;
        for (const QString &role : incident.told)
            told << roleTitle(role);
        const QString sentence = oneLine(incident.trouble.sentence);
        rows << QList<Cell>{{whenText(incident.since, m_profile.schedule.zone), incident.since},
                            {sentence, {}, Tone::Bad, QStringLiteral("bell"), sentence},
                            {told.isEmpty() ? tr("nobody yet") : told.join(QStringLiteral(", "))},
                            {incident.isAcknowledged() ? oneLine(incident.acknowledged, 80) : tr("nobody")}};
    }
    m_incidents->setRows(rows);
    fitColumns(m_incidentsView);
    m_incidentsView->selectRow(0);
    m_answer->setEnabled(!rows.isEmpty());
}

void ContactsDialog::edit(qsizetype at)
{
    QStringList taken;
    for (qsizetype other = 0; other < m_profile.contacts.size(); ++other) {
        if (other != at)
            taken << m_profile.contacts[other].name;
    }
    auto *const window = new ContactEdit(at < 0 ? Profile::Contact() : m_profile.contacts[at], taken, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &QDialog::accepted, this, [this, window, at] {
        QList<Profile::Contact> contacts = m_profile.contacts;
        if (at < 0)
            contacts << window->contact();
        else
            contacts[at] = window->contact();
        keep(contacts);
    });
    window->open();
}

void ContactsDialog::removeSelected()
{
    const int at = selectedRow(m_peopleView);
    if (at < 0)
        return;
    QList<Profile::Contact> contacts = m_profile.contacts;
    contacts.removeAt(at);
    keep(contacts);
}

/// What another window or the command line saved meanwhile is not written over.
void ContactsDialog::keep(const QList<Profile::Contact> &contacts)
{
    const Result<> saved = [&]() -> Result<> {
        const ProfileStore &profiles = m_context.services.profiles;
        MASCLET_TRY_ASSIGN(StoredProfile stored,
                           profiles.load(m_profile.path.isEmpty() ? m_profile.name : m_profile.path));
        if (stored.profile.contacts != m_profile.contacts)
            return fail(ErrorKind::Config, tr("The contacts were changed meanwhile; nothing was saved."),
                        tr("Close this window and open it again."));
        stored.profile.contacts = contacts;
        return profiles.save(stored);
    }();
    if (!saved)
        return m_error->showError(saved.error());
    m_error->clear();
    m_profile.contacts = contacts;
    showContacts();
    Q_EMIT this->saved(m_profile.reference.isEmpty() ? m_profile.name : m_profile.reference);
}

void ContactsDialog::test(const QString &role, QLabel *outcome, QPushButton *button)
{
    button->setEnabled(false);
    outcome->setText(tr("Sending…"));
    outcome->show();
    m_context.runner.look(
        outcome, // which is gone when the ladder has become another one
        [&services = m_context.services, profile = m_profile, role](JobContext &context) {
            return testContacts(services, profile, role, context.stopToken());
        },
        [outcome, button](const Result<QList<Delivered>> &delivered) {
            button->setEnabled(true);
            outcome->setText(delivered ? outcomeText(*delivered) : oneLine(delivered.error().message));
        });
}

void ContactsDialog::answer()
{
    const int at = selectedRow(m_incidentsView);
    if (at < 0)
        return;
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile, id = m_open[at].id](JobContext &context) {
            return acknowledgeIncident(services, profile, id, context.stopToken());
        },
        [this](const Result<> &done) {
            if (!done)
                m_error->showError(done.error());
            read();
            Q_EMIT acknowledged();
        });
}

Report ContactsDialog::card() const
{
    return contactsReport(m_context.services, m_profile);
}

} // namespace masclet
