#include "ui/dialogs/JournalView.h"

#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QTableView>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr qsizetype recordsShown = 2000;
constexpr int aboutLength = 400;

/// Plain values of a record; what is nested is in the file.
QString aboutText(const QJsonObject &data)
{
    QStringList parts;
    for (auto field = data.begin(); field != data.end(); ++field) {
        const QVariant value = field.value().toVariant();
        if (!field.value().isObject() && !field.value().isArray() && !value.toString().isEmpty())
            parts << field.key() + QStringLiteral(": ") + value.toString();
    }
    return oneLine(parts.join(QStringLiteral(", ")), aboutLength);
}

QList<QList<Cell>> journalRows(const QList<JournalRecord> &records, const QString &zone)
{
    QList<QList<Cell>> rows;
    for (auto record = records.crbegin(); record != records.crend(); ++record) {
        const QString about = aboutText(record->data);
        rows << QList<Cell>{{QString::number(record->number), record->number},
                            {whenText(record->time, zone), record->time},
                            {oneLine(record->type, 60)},
                            {about, {}, Tone::Neutral, {}, about}};
    }
    return rows;
}

} // namespace

JournalView::JournalView(const UiContext &context, QString repositoryPath, QString zone, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_repository(std::move(repositoryPath))
    , m_zone(std::move(zone))
    , m_verdict(new ToneLabel)
    , m_error(new ErrorPanel)
    , m_rows(
          new RowsModel({{tr("No."), RowsModel::Kind::Number}, {tr("Time")}, {tr("Record")}, {tr("About")}}))
    , m_table(rowsView(m_rows, QStringLiteral("journalRecords"), tr("Records of the journal")))
{
    m_verdict->setObjectName(QStringLiteral("journalVerdict"));
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_verdict);
    layout->addWidget(m_error);
    layout->addWidget(m_table, 1);
}

void JournalView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_wasRead)
        read();
    m_wasRead = true;
}

void JournalView::read()
{
    m_verdict->show(QStringLiteral("loader"), tr("Reading the journal…"), Tone::Busy);
    m_context.runner.look(
        this,
        [&services = m_context.services, path = m_repository, zone = m_zone](JobContext &) -> Result<Found> {
            MASCLET_TRY_ASSIGN(const Repository repository, Repository::open(path, services.clock));
            MASCLET_TRY_ASSIGN(const AuditReport audit, auditJournal(services, repository));
            MASCLET_TRY_ASSIGN(const QList<JournalRecord> records,
                               repository.journal().newestRecords(recordsShown));
            return Found{journalRows(records, zone), audit};
        },
        [this](const Result<Found> &found) {
            if (found)
                return show(*found);
            m_verdict->show(QStringLiteral("circle-question-mark"), tr("Could not check"), Tone::Unknown);
            m_error->showError(found.error());
        });
}

void JournalView::show(const Found &found)
{
    m_rows->setRows(found.rows);
    fitColumns(m_table);
    const qint64 badLine = found.audit.journal.firstBadLine;
    const QStringList &without = found.audit.setsWithoutRun;
    if (badLine > 0)
        m_verdict->show(QStringLiteral("shield-x"),
                        tr("The journal is not what was written, from line %1 on.").arg(badLine), Tone::Bad);
    else if (!without.isEmpty())
        m_verdict->show(QStringLiteral("shield-x"),
                        tr("Records are gone: the journal does not speak of runs that made or tried %n "
                           "set(s), the newest is %1.",
                           nullptr, int(without.size()))
                            .arg(without.last()),
                        Tone::Bad);
    else if (found.audit.journal.records > recordsShown)
        m_verdict->show(QStringLiteral("shield-check"),
                        tr("The journal is whole: %n record(s); the newest are shown.", nullptr,
                           int(found.audit.journal.records)),
                        Tone::Good);
    else
        m_verdict->show(QStringLiteral("shield-check"),
                        tr("The journal is whole: %n record(s).", nullptr, int(found.audit.journal.records)),
                        Tone::Good);
}

} // namespace masclet
