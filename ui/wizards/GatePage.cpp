#include "ui/wizards/GatePage.h"

#include "core/base/Text.h"
#include "core/notify/Message.h"
#include "ui/models/RowsModel.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Labels.h"
#include "ui/support/NumberedSteps.h"
#include "ui/support/StateLook.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"
#include "ui/wizards/RestoreWizard.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace masclet
{

namespace
{

int concern(CheckResult result)
{
    constexpr std::array order{CheckResult::Fail, CheckResult::Warn, CheckResult::NotChecked,
                               CheckResult::Pass};
    return int(std::find(order.begin(), order.end(), result) - order.begin());
}

} // namespace

GatePage::GatePage(const UiContext &context, const RestoreWizard &wizard, QWidget *parent)
    : QWizardPage(parent)
    , m_context(context)
    , m_restore(wizard)
    , m_verdict(new ToneLabel)
    , m_why(plainLabel())
    , m_error(new ErrorPanel)
    , m_rows(new RowsModel({{tr("Looked at")}, {tr("Result")}, {tr("Finding")}}))
    , m_items(rowsView(m_rows, QStringLiteral("gate"), tr("What was looked at")))
    , m_steps(new NumberedSteps)
    , m_expected(mutedLabel())
    , m_copy(copyCommandButton(this, [this] { return m_restore.command(); }))
    , m_what(plainLabel())
    , m_typed(new QLineEdit)
{
    setTitle(tr("What speaks against it, and what will be done"));
    setSubTitle(
        tr("A finding that failed keeps the restore from beginning; nothing has been changed so far."));
    m_error->setAction(tr("Try again"));
    m_verdict->setObjectName(QStringLiteral("gateVerdict"));
    m_why->setObjectName(QStringLiteral("gateWhy"));
    m_steps->setObjectName(QStringLiteral("steps"));
    m_confirmation = makeConfirmation();
    auto *const plan = new QWidget;
    auto *const planLayout = new QVBoxLayout(plan);
    planLayout->setContentsMargins(0, 0, 0, 0);
    planLayout->addWidget(m_steps);
    planLayout->addWidget(m_expected);
    planLayout->addStretch();
    auto *const scroll = new QScrollArea;
    scroll->setWidget(plan);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_verdict);
    layout->addWidget(m_why);
    layout->addWidget(m_error);
    layout->addWidget(m_items, 5);
    layout->addWidget(scroll, 2);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    layout->addWidget(m_confirmation);
    connect(m_error, &ErrorPanel::pressed, this, &GatePage::initializePage);
}

QWidget *GatePage::makeConfirmation()
{
    m_typed->setObjectName(QStringLiteral("typedName"));
    m_typed->setAccessibleName(tr("Name of the database, typed"));
    auto *const box = card();
    auto *const layout = new QVBoxLayout(box);
    layout->addWidget(m_what);
    layout->addWidget(m_typed);
    connect(m_typed, &QLineEdit::textChanged, this, &QWizardPage::completeChanged);
    return box;
}

void GatePage::initializePage()
{
    m_open = false;
    m_error->clear();
    m_typed->clear();
    m_rows->setRows({});
    m_items->show();
    m_why->hide();
    m_steps->showSteps({});
    m_expected->clear();
    m_confirmation->hide();
    m_copy->hide();
    m_verdict->show(QStringLiteral("loader"), tr("Reading the set and looking at the server…"), Tone::Busy);
    Q_EMIT completeChanged();
    const RestoreRequest request = m_restore.request();
    m_question = std::make_unique<QObject>();
    m_context.runner.look(
        m_question.get(),
        [&services = m_context.services, request](JobContext &context) {
            return RestoreService(services).plan(request, context);
        },
        [this, request](const Result<RestorePlan> &plan) {
            if (plan)
                return showPlan(*plan, request);
            m_verdict->show(QStringLiteral("circle-question-mark"), tr("Could not check"), Tone::Unknown);
            m_items->hide();
            m_error->showError(plan.error());
        });
}

void GatePage::showPlan(const RestorePlan &plan, const RestoreRequest &request)
{
    m_planned = request;
    QList<QList<Cell>> rows;
    QList<GateItem> items = plan.gate.items;
    // What needs a look comes first: the table may be longer than its place.
    std::stable_sort(items.begin(), items.end(), [](const GateItem &a, const GateItem &b) {
        return concern(a.result) < concern(b.result);
    });
    for (const GateItem &item : std::as_const(items)) {
        const StateLook look = lookOf(item.result);
        const QString finding =
            oneLine(item.hint.isEmpty() ? item.finding : item.finding + QChar(u' ') + item.hint);
        rows << QList<Cell>{{item.title},
                            {look.word, int(item.result), look.tone, look.icon},
                            {finding, {}, Tone::Neutral, {}, finding}};
    }
    m_rows->setRows(rows);
    fitColumns(m_items);
    const GateItem *const failure = plan.gate.firstFailure();
    m_open = failure == nullptr;
    if (failure) {
        m_verdict->show(QStringLiteral("circle-x"), tr("%1 keeps it from beginning.").arg(failure->title),
                        Tone::Bad);
        m_why->setText(oneLine(failure->finding) + QChar(u'\n') + oneLine(failure->hint));
        m_why->show();
    } else {
        const bool calm = std::all_of(items.cbegin(), items.cend(),
                                      [](const GateItem &item) { return item.result == CheckResult::Pass; });
        const StateLook look = lookOf(calm ? CheckResult::Pass : CheckResult::Warn);
        m_verdict->show(look.icon,
                        calm ? tr("Nothing speaks against it.")
                             : tr("Nothing keeps it from beginning; what stands first needs a look."),
                        look.tone);
        // Of what cannot begin, no step will be done.
        m_steps->showSteps(plan.steps);
        QStringList remarks{expectedText(plan)};
        if (!plan.contacts.isEmpty())
            remarks << contactsText(plan.contacts);
        m_expected->setText(remarks.join(QChar(u'\n')));
        m_copy->setVisible(true);
    }
    m_name = plan.gate.target ? QString::fromUtf8(request.target) : QString();
    m_what->setText(
        tr("The database %1 on %2 gives way to %3; its sessions are ended. It is kept under "
           "another name. Type its name to go on:")
            .arg(oneLine(m_name, 80), oneLine(request.profile.connection.host, 80), request.setId));
    m_confirmation->setVisible(m_open && !m_name.isEmpty());
    Q_EMIT completeChanged();
}

bool GatePage::isComplete() const
{
    return m_open && (m_name.isEmpty() || m_typed->text() == m_name);
}

} // namespace masclet
