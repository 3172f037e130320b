#include "ui/wizards/ConnectionPage.h"

#include "core/base/Text.h"
#include "core/service/DatabaseSurvey.h"
#include "ui/forms/OptionsForm.h"
#include "ui/forms/PasswordEdit.h"
#include "ui/forms/PasswordStores.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

const QStringList connectionAsked{QStringLiteral("connection.host"), QStringLiteral("connection.port"),
                                  QStringLiteral("connection.dbname"), QStringLiteral("connection.user"),
                                  QStringLiteral("connection.sslmode")};

} // namespace

ConnectionPage::ConnectionPage(const UiContext &context, StoredProfile &stored, QWidget *parent)
    : FormPage(stored, connectionAsked, parent)
    , m_context(context)
    , m_password(new PasswordEdit)
    , m_stores(new PasswordStores(context))
    , m_test(new QPushButton(icon(QStringLiteral("play")), tr("&Test the connection")))
    , m_found(new ToneLabel)
    , m_warnings(mutedLabel())
    , m_error(new ErrorPanel)
{
    setTitle(tr("Which database is protected?"));
    setSubTitle(
        tr("The first look measures the database, so that the next pages can propose fitting values."));
    form().insertBehind(QStringLiteral("connection.user"), tr("&Password"), makePasswordRow());
    m_test->setObjectName(QStringLiteral("testConnection"));
    m_test->setAutoDefault(false);
    auto *const row = new QWidget;
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_test);
    layout->addWidget(m_found, 1);
    addBelow(row);
    addBelow(m_warnings);
    addBelow(m_error);
    m_warnings->hide();
    connect(m_test, &QPushButton::clicked, this, &ConnectionPage::test);
    connect(&form(), &OptionsForm::changed, this, &ConnectionPage::forget);
    connect(m_password, &PasswordEdit::changed, this, &ConnectionPage::forget);
}

QWidget *ConnectionPage::makePasswordRow()
{
    m_password->setPlaceholderText(tr("empty: none is needed, or it is stored already"));
    auto *const row = new QWidget;
    auto *const layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap / 2);
    row->setFocusProxy(m_password);
    layout->addWidget(m_password);
    layout->addWidget(m_stores);
    return row;
}

Secret ConnectionPage::password() const
{
    return m_password->password();
}

QList<PasswordStore> ConnectionPage::stores() const
{
    return password().isEmpty() ? QList<PasswordStore>() : m_stores->chosen();
}

bool ConnectionPage::isComplete() const
{
    const OptionField *const name = form().field(QStringLiteral("connection.dbname"));
    const Result<OptionValue> value = name->value();
    return FormPage::isComplete() && value && !std::get<QString>(*value).isEmpty();
}

void ConnectionPage::test()
{
    StoredProfile filled = stored();
    if (!form().applyTo(filled))
        return;
    m_test->setEnabled(false);
    m_error->clear();
    m_found->show(QStringLiteral("loader"), tr("Looking at the database…"), Tone::Busy);
    m_context.runner.look(
        this,
        [environment = withPassword(m_context.services, password()), profile = filled.profile](
            JobContext &context) { return surveyDatabase(environment, profile, context); },
        [this](const Result<DatabaseSurvey> &survey) {
            m_test->setEnabled(true);
            if (survey)
                return showSurvey(*survey);
            m_found->show(QStringLiteral("circle-x"), tr("It was not reached."), Tone::Bad);
            m_error->showError(survey.error());
        });
}

void ConnectionPage::showSurvey(const DatabaseSurvey &survey)
{
    m_survey = survey;
    const DatabaseFacts &facts = survey.facts;
    m_found->show(QStringLiteral("circle-check"),
                  tr("%1, database of %2").arg(oneLine(facts.serverVersionText, 60), sizeText(facts.bytes)),
                  Tone::Good);
    m_warnings->setText(survey.warnings.join(QChar(u'\n')));
    m_warnings->setVisible(!survey.warnings.isEmpty());
}

/// What was found is true of other values only.
void ConnectionPage::forget()
{
    m_survey.reset();
    m_found->show({}, {}, Tone::Neutral);
    m_warnings->hide();
    m_error->clear();
}

} // namespace masclet
