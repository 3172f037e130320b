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

/// Asked for where those of this machine do not fit.
const QString toolsOption = QStringLiteral("connection.tools");

const QStringList connectionAsked{QStringLiteral("connection.host"),    QStringLiteral("connection.port"),
                                  QStringLiteral("connection.dbname"),  QStringLiteral("connection.user"),
                                  QStringLiteral("connection.sslmode"), toolsOption};

} // namespace

ConnectionPage::ConnectionPage(const UiContext &context, StoredProfile &stored, QWidget *parent)
    : FormPage(stored, connectionAsked, parent)
    , m_context(context)
    , m_password(new PasswordEdit)
    , m_stores(new PasswordStores(context))
    , m_test(new QPushButton(icon(QStringLiteral("play")), tr("&Test the connection")))
    , m_found(new ToneLabel)
    , m_tools(new ToneLabel)
    , m_rights(new ToneLabel)
    , m_warnings(mutedLabel())
    , m_error(new ErrorPanel)
{
    setTitle(tr("Which database is protected?"));
    setSubTitle(
        tr("The first look measures the database, so that the next pages can propose fitting values."));
    form().insertBehind(QStringLiteral("connection.user"), tr("&Password"), makePasswordRow());
    m_test->setObjectName(QStringLiteral("testConnection"));
    m_test->setAutoDefault(false);
    m_found->setObjectName(QStringLiteral("foundServer"));
    m_tools->setObjectName(QStringLiteral("foundTools"));
    m_rights->setObjectName(QStringLiteral("foundRights"));
    m_warnings->setObjectName(QStringLiteral("foundDetails"));
    auto *const row = new QWidget;
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_test);
    layout->addWidget(m_found, 1);
    addBelow(row);
    for (QWidget *finding : {static_cast<QWidget *>(m_tools), static_cast<QWidget *>(m_rights),
                             static_cast<QWidget *>(m_warnings)}) {
        addBelow(finding);
        finding->hide();
    }
    addBelow(m_error);
    connect(m_test, &QPushButton::clicked, this, &ConnectionPage::test);
    connect(&form(), &OptionsForm::changed, this, &ConnectionPage::forget);
    connect(&form(), &OptionsForm::changed, this, &ConnectionPage::proposeTls);
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

void ConnectionPage::initializePage()
{
    FormPage::initializePage();
    form().setShown(toolsOption, form().field(toolsOption)->source() == OptionField::Source::Given);
    // What the environment says is somebody's choice.
    const OptionField *const tls = form().field(QStringLiteral("connection.sslmode"));
    if (m_proposedTls.isEmpty() && tls->source() == OptionField::Source::Default)
        m_proposedTls = stored().profile.connection.sslmode;
    proposeTls();
}

/// Another machine is proven by its name, unless somebody chose otherwise.
void ConnectionPage::proposeTls()
{
    OptionField *const tls = form().field(QStringLiteral("connection.sslmode"));
    const Result<OptionValue> host = form().field(QStringLiteral("connection.host"))->value();
    const Result<OptionValue> now = tls->value();
    if (!host || !now || std::get<QString>(*now) != m_proposedTls)
        return;
    m_proposedTls = proposedTls(std::get<QString>(*host));
    tls->setValue(m_proposedTls, m_proposedTls == Profile().connection.sslmode ? OptionField::Source::Default
                                                                               : OptionField::Source::Given);
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
    m_question = std::make_unique<QObject>();
    m_context.runner.look(
        m_question.get(),
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
    m_found->show(
        QStringLiteral("circle-check"),
        tr("PostgreSQL %1, database of %2").arg(oneLine(facts.serverVersionText, 60), sizeText(facts.bytes)),
        Tone::Good);
    if (survey.tools)
        m_tools->show(QStringLiteral("circle-check"),
                      tr("%1 in %2", "pg_dump and its version, folder")
                          .arg(oneLine(survey.tools->versionText, 80), oneLine(survey.tools->place(), 80)),
                      Tone::Good);
    QStringList details;
    const auto showProblem = [&](ToneLabel &label, const std::optional<Error> &problem) {
        if (!problem)
            return;
        label.show(QStringLiteral("circle-x"), oneLine(problem->message, 110), Tone::Bad);
        details << problem->detail.split(QChar(u'\n'), Qt::SkipEmptyParts) << problem->hint;
    };
    m_rights->show(QStringLiteral("circle-check"), tr("The role may read everything in this database."),
                   Tone::Good);
    showProblem(*m_tools, survey.toolsProblem);
    if (survey.toolsProblem)
        form().setShown(toolsOption, true);
    showProblem(*m_rights, survey.rightsProblem);
    m_tools->setVisible(true);
    m_rights->setVisible(true);
    for (const QString &warning : survey.warnings)
        details << warning;
    for (QString &line : details)
        line = oneLine(line);
    m_warnings->setText(details.join(QChar(u'\n')));
    m_warnings->setVisible(!details.isEmpty());
}

/// What was found is true of other values only.
void ConnectionPage::forget()
{
    m_question.reset();
    m_test->setEnabled(true);
    m_survey.reset();
    m_found->show({}, {}, Tone::Neutral);
    m_tools->hide();
    m_rights->hide();
    m_warnings->hide();
    m_error->clear();
}

} // namespace masclet
