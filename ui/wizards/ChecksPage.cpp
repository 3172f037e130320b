#include "ui/wizards/ChecksPage.h"

#include "core/base/Text.h"
#include "core/checks/TableRows.h"
#include "core/service/ProfileProposal.h"
#include "ui/forms/OptionsForm.h"
#include "ui/support/Labels.h"
#include "ui/wizards/ConnectionPage.h"

#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

const QStringList checksAsked{QStringLiteral("checks.minimum_size"), QStringLiteral("checks.band_low"),
                              QStringLiteral("checks.band_high"), QStringLiteral("checks.shrink_rows"),
                              QStringLiteral("checks.free_space")};

QString rowsText(const DatabaseSurvey &survey, const RelationFacts &relation)
{
    const QLocale locale;
    if (relation.rows)
        return ChecksPage::tr("%1 rows").arg(locale.toString(*relation.rows));
    const auto estimate = survey.estimatedRows.constFind(relation.oid);
    return estimate == survey.estimatedRows.cend()
               ? ChecksPage::tr("rows not counted")
               : ChecksPage::tr("about %1 rows").arg(locale.toString(*estimate));
}

} // namespace

ChecksPage::ChecksPage(StoredProfile &stored, const ConnectionPage &connection, QWidget *parent)
    : FormPage(stored, checksAsked, parent)
    , m_connection(connection)
    , m_measured(mutedLabel())
    , m_tables(new QListWidget)
    , m_chosen(new QWidget)
{
    setTitle(tr("What makes a set suspicious?"));
    setSubTitle(tr("The daily checklist holds each set against these values."));
    m_measured->setObjectName(QStringLiteral("measured"));
    form().insertBehind(QStringLiteral("checks.band_high"), QString(), m_measured);
    connect(&form(), &OptionsForm::changed, this, &ChecksPage::showMeasured);
    m_tables->setObjectName(QStringLiteral("criticalTables"));
    m_tables->setAccessibleName(tr("Critical tables"));
    m_tables->setSpacing(2);
    m_tables->setMinimumHeight(fontMetrics().lineSpacing() * 8);
    auto *const layout = new QVBoxLayout(m_chosen);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new QLabel(tr("Critical tables")));
    layout->addWidget(
        mutedLabel(tr("Their rows are also counted in the database itself, in the same snapshot.")));
    layout->addWidget(m_tables);
    addBelow(m_chosen);
}

void ChecksPage::initializePage()
{
    proposeFromSurvey(stored(), m_connection.survey());
    FormPage::initializePage();
    listTables();
    showMeasured();
}

/// What the percentages would mean for sets as large as the trial dump.
void ChecksPage::showMeasured()
{
    const DatabaseSurvey *const survey = m_connection.survey();
    const Result<OptionValue> low = form().field(QStringLiteral("checks.band_low"))->value();
    const Result<OptionValue> high = form().field(QStringLiteral("checks.band_high"))->value();
    const bool measured = survey && survey->dumpBytes && low && high;
    m_measured->setVisible(measured);
    if (measured)
        m_measured->setText(tr("A trial dump took %1: sets like it may be between %2 and %3.")
                                .arg(sizeText(*survey->dumpBytes),
                                     sizeText(*survey->dumpBytes * std::get<qint64>(*low) / 100),
                                     sizeText(*survey->dumpBytes * std::get<qint64>(*high) / 100)));
}

void ChecksPage::listTables()
{
    m_tables->clear();
    const DatabaseSurvey *const survey = m_connection.survey();
    m_chosen->setVisible(survey != nullptr);
    if (!survey)
        return;
    const QStringList wanted = stored().profile.backup.criticalTables;
    for (const RelationFacts &relation : survey->facts.relations) {
        if (relation.kind != 'r' && relation.kind != 'p')
            continue;
        const QString name = tableText(relation.schema, relation.name);
        auto *const item =
            new QListWidgetItem(tr("%1 (%2, %3)", "table, rows, size")
                                    .arg(name, rowsText(*survey, relation), sizeText(relation.bytes)),
                                m_tables);
        item->setData(Qt::UserRole, name);
        const bool chosen = std::any_of(wanted.begin(), wanted.end(), [&](const QString &table) {
            return namesTable(table, relation.schema, relation.name);
        });
        item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    }
}

bool ChecksPage::validatePage()
{
    QStringList chosen;
    for (int row = 0; row < m_tables->count(); ++row) {
        if (m_tables->item(row)->checkState() == Qt::Checked)
            chosen << m_tables->item(row)->data(Qt::UserRole).toString();
    }
    if (m_connection.survey())
        stored().give(*optionByPath(QStringLiteral("backup.critical_tables")), chosen);
    return FormPage::validatePage();
}

} // namespace masclet
