#include "ui/wizards/FormPage.h"

#include "ui/forms/OptionsForm.h"
#include "ui/support/Theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace masclet
{

FormPage::FormPage(StoredProfile &stored, const QStringList &options, QWidget *parent)
    : QWizardPage(parent)
    , m_stored(stored)
    , m_form(new OptionsForm(OptionsForm::named(options)))
{
    auto *const inner = new QWidget;
    m_layout = new QVBoxLayout(inner);
    m_layout->setContentsMargins(theme::gap, theme::gap, theme::gap, theme::gap);
    m_layout->setSpacing(theme::margin - 4);
    m_layout->addWidget(m_form);
    m_layout->addStretch();
    auto *const scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(m_form, &OptionsForm::changed, this, &QWizardPage::completeChanged);
}

void FormPage::addBelow(QWidget *widget)
{
    m_layout->insertWidget(m_layout->count() - 1, widget);
}

void FormPage::initializePage()
{
    m_form->setProfile(m_stored);
}

bool FormPage::isComplete() const
{
    return m_form->isValid();
}

bool FormPage::validatePage()
{
    return m_form->applyTo(m_stored).has_value();
}

} // namespace masclet
