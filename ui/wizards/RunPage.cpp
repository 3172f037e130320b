#include "ui/wizards/RunPage.h"

#include "core/base/Text.h"
#include "ui/main/ActivityRow.h"
#include "ui/support/ActiveWork.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Labels.h"
#include "ui/wizards/DeskWizard.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

RunPage::RunPage(const QString &title, std::function<ActiveWork *(RunPage &)> start, QWidget *parent)
    : QWizardPage(parent)
    , m_start(std::move(start))
    , m_layout(new QVBoxLayout(this))
    , m_headline(new ToneLabel(ToneLabel::Size::Large))
    , m_lines(plainLabel())
    , m_error(new ErrorPanel)
{
    setTitle(title);
    setFinalPage(true);
    m_headline->setObjectName(QStringLiteral("resultHeadline"));
    m_lines->setObjectName(QStringLiteral("resultLines"));
    m_headline->hide();
    m_lines->hide();
    m_layout->setSpacing(theme::margin - 4);
    m_layout->addWidget(m_headline);
    m_layout->addWidget(m_lines);
    m_layout->addWidget(m_error);
    m_layout->addStretch();
}

void RunPage::initializePage()
{
    follow(m_start(*this));
    wizard()->setButtonText(QWizard::CancelButton, tr("Close"));
}

void RunPage::follow(ActiveWork *work)
{
    if (!work)
        return;
    m_ended = false;
    setSubTitle(tr("This window may be closed: the work goes on, and the main window shows it."));
    wizard()->setOption(QWizard::NoCancelButtonOnLastPage, false);
    m_error->clear();
    // What came of the work before is true no longer.
    for (QWidget *result : std::as_const(m_results))
        result->hide();
    auto *const activity = new ActivityRow(*work);
    m_layout->insertWidget(0, activity);
    connect(work, &ActiveWork::ended, activity, &QObject::deleteLater);
    if (auto *const desk = qobject_cast<DeskWizard *>(wizard()))
        desk->watch(work);
    Q_EMIT completeChanged();
}

void RunPage::succeed(Tone tone, const QString &iconName, const QString &headline, const QStringList &lines)
{
    m_headline->show(iconName, headline, tone);
    m_headline->setVisible(true);
    QStringList harmless;
    for (const QString &line : lines)
        harmless << oneLine(line);
    m_lines->setText(harmless.join(QChar(u'\n')));
    m_lines->setVisible(!lines.isEmpty());
    end();
}

void RunPage::fail(const Error &error)
{
    m_error->showError(error);
    if (auto *const desk = qobject_cast<DeskWizard *>(wizard()))
        desk->reportFailure(error);
    end();
}

void RunPage::addResult(QWidget *widget)
{
    m_results << widget;
    // A table takes what room there is, a button does not.
    if (qobject_cast<QPushButton *>(widget))
        m_layout->insertWidget(m_layout->count() - 1, widget, 0, Qt::AlignLeft);
    else
        m_layout->insertWidget(m_layout->count() - 1, widget, 1);
}

void RunPage::end()
{
    m_ended = true;
    setSubTitle(tr("It has ended; nothing of it runs any more."));
    wizard()->setOption(QWizard::NoCancelButtonOnLastPage); // "Finish" says the same
    Q_EMIT completeChanged();
}

} // namespace masclet
