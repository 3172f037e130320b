#include "ui/wizards/ReviewPage.h"

#include "core/base/Text.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Labels.h"
#include "ui/support/NumberedSteps.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

QString lines(const QStringList &texts)
{
    QStringList harmless;
    for (const QString &text : texts)
        harmless << oneLine(text);
    return harmless.join(QChar(u'\n'));
}

} // namespace

ReviewPage::ReviewPage(const QString &title, std::function<void(ReviewPage &)> look, QWidget *parent)
    : QWizardPage(parent)
    , m_look(std::move(look))
    , m_waiting(new ToneLabel)
    , m_steps(new NumberedSteps)
    , m_remarks(mutedLabel())
    , m_warningTitle(new ToneLabel)
    , m_warnings(plainLabel())
    , m_error(new ErrorPanel)
    , m_copy(copyCommandButton(this, [this] { return m_plan.command; }))
{
    setTitle(title);
    setSubTitle(tr("Nothing has been changed so far. The next button does it."));
    m_steps->setObjectName(QStringLiteral("steps"));
    m_error->setAction(tr("Try again"));
    m_waiting->show(QStringLiteral("loader"), tr("Looking at server and repository…"), Tone::Busy);
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(theme::margin - 4);
    layout->addWidget(m_waiting);
    layout->addWidget(m_error);
    layout->addWidget(m_steps);
    layout->addWidget(m_remarks);
    layout->addWidget(m_warningTitle);
    layout->addWidget(m_warnings);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(m_error, &ErrorPanel::pressed, this, &ReviewPage::initializePage);
}

void ReviewPage::initializePage()
{
    m_planned = false;
    m_error->clear();
    m_waiting->setVisible(true);
    for (QWidget *part : {static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_remarks),
                          static_cast<QWidget *>(m_warningTitle), static_cast<QWidget *>(m_warnings), m_copy})
        part->hide();
    Q_EMIT completeChanged();
    m_question = std::make_unique<QObject>();
    m_look(*this);
}

void ReviewPage::showPlan(const Plan &plan)
{
    m_plan = plan;
    m_planned = true;
    m_waiting->setVisible(false);
    m_steps->showSteps(plan.steps);
    m_steps->show();
    m_remarks->setText(lines(plan.remarks));
    m_remarks->setVisible(!plan.remarks.isEmpty());
    m_warningTitle->show(QStringLiteral("triangle-alert"),
                         tr("%n warning(s)", nullptr, int(plan.warnings.size())), Tone::Warn);
    m_warningTitle->setVisible(!plan.warnings.isEmpty());
    m_warnings->setText(lines(plan.warnings));
    m_warnings->setVisible(!plan.warnings.isEmpty());
    m_copy->setVisible(!plan.command.isEmpty());
    Q_EMIT completeChanged();
}

void ReviewPage::showError(const Error &error)
{
    m_waiting->setVisible(false);
    m_error->showError(error);
    Q_EMIT completeChanged();
}

} // namespace masclet
