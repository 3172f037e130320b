#include "ui/wizards/RestoreSetPage.h"

#include "core/base/Text.h"
#include "core/repository/Repository.h"
#include "core/service/HistoryService.h"
#include "core/service/PeopleText.h"
#include "ui/models/RowsModel.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/StateLook.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace masclet
{

RestoreSetPage::RestoreSetPage(const UiContext &context, const Profile &profile, QString setId,
                               QWidget *parent)
    : QWizardPage(parent)
    , m_context(context)
    , m_profile(profile)
    , m_wanted(std::move(setId))
    , m_rows(new RowsModel({{tr("Set")},
                            {tr("State")},
                            {tr("Started")},
                            {tr("Restore test")},
                            {tr("Rows"), RowsModel::Kind::Number},
                            {tr("Raw size"), RowsModel::Kind::Number}}))
    , m_table(rowsView(m_rows, QStringLiteral("restoreSets"), tr("Sets to restore")))
    , m_error(new ErrorPanel)
{
    setTitle(tr("Which set is restored?"));
    setSubTitle(tr("Sets that were restored and compared come first."));
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_error);
    layout->addWidget(m_table, 1);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QWizardPage::completeChanged);
}

QString RestoreSetPage::setId() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.first().data().toString();
}

void RestoreSetPage::initializePage()
{
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile](JobContext &) -> Result<QList<StoredSet>> {
            MASCLET_TRY_ASSIGN(const Repository repository,
                               Repository::open(profile.repository.path, services.clock));
            MASCLET_TRY_ASSIGN(const History history, readHistory(repository, profile));
            return history.sets;
        },
        [this](const Result<QList<StoredSet>> &sets) {
            if (sets)
                showSets(*sets);
            else
                m_error->showError(sets.error());
        });
}

void RestoreSetPage::showSets(QList<StoredSet> sets)
{
    // What is damaged is not offered: its restore would fail at the gate.
    sets.removeIf(
        [](const StoredSet &set) { return set.state == SetState::Damaged || !set.problem.isEmpty(); });
    std::stable_sort(sets.begin(), sets.end(), [](const StoredSet &a, const StoredSet &b) {
        return a.state == SetState::RestoreTested && b.state != SetState::RestoreTested;
    });
    QList<QList<Cell>> rows;
    int selected = 0;
    for (const StoredSet &set : std::as_const(sets)) {
        if (set.id == m_wanted)
            selected = int(rows.size());
        const StateLook look = lookOf(set.state);
        rows << QList<Cell>{{set.id},
                            {look.word, int(set.state), look.tone, look.icon},
                            {whenText(set.started, set.zone), set.started},
                            {whenText(set.evidence.restoreTested, set.zone), set.evidence.restoreTested},
                            {QLocale().toString(set.rows), set.rows},
                            {sizeText(set.rawBytes), set.rawBytes}};
    }
    m_rows->setRows(rows);
    fitColumns(m_table);
    m_table->selectRow(selected);
    m_table->setFocus();
    Q_EMIT completeChanged();
}

} // namespace masclet
