#include "ui/main/HistoryView.h"

#include "core/base/Text.h"
#include "core/profile/OptionTable.h"
#include "ui/main/TwoLineDelegate.h"
#include "ui/support/Icons.h"
#include "ui/support/StateLook.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace masclet
{

namespace
{

constexpr int typingPause = 250; // milliseconds

template <class State>
void addState(QComboBox *box, State state)
{
    box->addItem(lookOf(state).picture(), lookOf(state).word, nameOf(state));
}

} // namespace

HistoryView::HistoryView(CatalogReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_model(new HistoryModel(reader, this))
    , m_table(new QTableView)
    , m_show(new QComboBox)
    , m_state(new QComboBox)
    , m_kind(new QComboBox)
    , m_search(new QLineEdit)
    , m_typing(new QTimer(this))
    , m_total(new QLabel)
    , m_empty(new QLabel)
{
    m_empty->setTextFormat(Qt::PlainText);
    makeTable();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setObjectName(QStringLiteral("emptyHistory"));
    m_total->setObjectName(QStringLiteral("historyTotal"));
    auto *const place = new QWidget;
    m_stack = new QStackedLayout(place);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    layout->addWidget(makeFilterBar());
    layout->addWidget(place, 1);

    showTotal(0);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPause);
    connect(m_typing, &QTimer::timeout, this, &HistoryView::applyFilters);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    for (QComboBox *box : {m_show, m_state, m_kind})
        connect(box, &QComboBox::currentIndexChanged, this, &HistoryView::applyFilters);
    connect(m_model, &HistoryModel::loaded, this, &HistoryView::takeAll);
    connect(m_model, &HistoryModel::failed, this, &HistoryView::showFailure);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryView::restoreSelection);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HistoryView::restoreSelection);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                fitColumns();
                const int row = m_table->currentIndex().row();
                if (row >= first.row() && row <= last.row())
                    Q_EMIT selectionChanged();
            });
}

QWidget *HistoryView::makeFilterBar()
{
    m_show->addItem(tr("Sets and problems"), int(HistoryQuery::Show::SetsAndProblems));
    m_show->addItem(tr("Sets"), int(HistoryQuery::Show::Sets));
    m_show->addItem(tr("Problems"), int(HistoryQuery::Show::Problems));
    m_show->addItem(tr("Every run"), int(HistoryQuery::Show::Everything));
    m_show->setAccessibleName(tr("What to show"));
    m_show->setObjectName(QStringLiteral("historyShow"));
    m_state->addItem(tr("Any state"), QString());
    for (const SetState state :
         {SetState::RestoreTested, SetState::Verified, SetState::Complete, SetState::Damaged})
        addState(m_state, state);
    for (const RunState state : {RunState::Failed, RunState::Stopped, RunState::Interrupted})
        addState(m_state, state);
    m_state->setAccessibleName(tr("State"));
    m_state->setObjectName(QStringLiteral("historyState"));
    m_kind->addItem(tr("Any kind"), QString());
    for (const QString &kind : optionByPath(QStringLiteral("backup.kinds"))->choices)
        m_kind->addItem(icon(kindIcon(kind)), kindText(kind), kind);
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setObjectName(QStringLiteral("historyKind"));
    m_search->setPlaceholderText(tr("Search name, reason, author, problem"));
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setObjectName(QStringLiteral("historySearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), Tone::Unknown), QLineEdit::LeadingPosition);

    auto *const bar = new QWidget;
    auto *const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_show);
    layout->addWidget(m_state);
    layout->addWidget(m_kind);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_total);
    return bar;
}

void HistoryView::makeTable()
{
    m_table->setObjectName(QStringLiteral("history"));
    m_table->setAccessibleName(tr("History of sets and runs"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TwoLineDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(TwoLineDelegate::rowHeight(font()));
    QHeaderView *const header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (!m_fitting && column < HistoryModel::columns - 1)
            m_chosen = true;
    });
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HistoryModel::Started, Qt::DescendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &HistoryView::keepArrow);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid())
                    return;
                m_sought = false;
                m_wanted = m_model->keyAt(current.row());
                Q_EMIT selectionChanged();
            });
    connect(m_table, &QTableView::activated, this, &HistoryView::activated);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        Q_EMIT menuWanted(m_table->viewport()->mapToGlobal(position));
    });
}

/// To the first rows that are known, until a person drags a column; the last one takes what is left.
void HistoryView::fitColumns()
{
    constexpr int rowsLookedAt = 50;
    constexpr int widest = 260;
    if (m_chosen || !m_model->entryAt(0))
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    QStyleOptionViewItem option;
    option.initFrom(m_table);
    option.font = m_table->font();
    option.fontMetrics = m_table->fontMetrics();
    QList<int> widths;
    for (int column = 0; column < HistoryModel::columns - 1; ++column) {
        int width = m_table->horizontalHeader()->sectionSizeHint(column);
        for (int row = 0; row < qMin(rowsLookedAt, m_model->rowCount()); ++row)
            width =
                qMax(width, m_table->itemDelegate()->sizeHint(option, m_model->index(row, column)).width());
        widths << qMin(widest, width + theme::gap);
    }
    // The last one gets at least what its head needs; what is between the others gives way.
    const int wanted = std::accumulate(widths.begin(), widths.end(), 0) +
                       m_table->horizontalHeader()->sectionSizeHint(HistoryModel::columns - 1);
    const int over = qMax(0, wanted - m_table->viewport()->width());
    const int given = qMin(theme::gap, (over + int(widths.size()) - 1) / int(widths.size()));
    for (int column = 0; column < HistoryModel::columns - 1; ++column)
        m_table->setColumnWidth(column, widths[column] - given);
}

void HistoryView::showProfile(const QString &repositoryId, const QString &profileId,
                              const QString &profileName, const QString &zone)
{
    HistoryQuery query = m_model->query();
    query.repositoryId = repositoryId;
    query.profileId = profileId;
    query.profileName = profileName;
    m_chosen = false;
    m_model->setZone(zone);
    m_model->setQuery(query);
}

void HistoryView::showNothing()
{
    HistoryQuery query = m_model->query();
    query.repositoryId.clear();
    m_model->setQuery(query);
}

void HistoryView::refresh()
{
    m_model->refresh();
}

void HistoryView::applyFilters()
{
    HistoryQuery query = m_model->query();
    query.show = HistoryQuery::Show(m_show->currentData().toInt());
    query.state = m_state->currentData().toString();
    query.kind = m_kind->currentData().toString();
    query.text = m_search->text().trimmed();
    m_model->setQuery(query);
}

bool HistoryView::isSettled() const
{
    return !m_typing->isActive();
}

HistoryKey HistoryView::selected() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->keyAt(current.row()) : HistoryKey();
}

const HistoryEntry *HistoryView::selectedEntry() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->entryAt(current.row()) : nullptr;
}

void HistoryView::select(const HistoryKey &key)
{
    m_wanted = key;
    m_sought = true;
    if (m_model->rowOf(key) >= 0)
        return restoreSelection();
    showEverything();
    m_model->refresh(); // also when nothing was filtered: the catalog may have it by now
}

/// Takes the filters off.
void HistoryView::showEverything()
{
    {
        const QSignalBlocker quietShow(m_show), quietState(m_state), quietKind(m_kind), quietText(m_search);
        m_show->setCurrentIndex(m_show->findData(int(HistoryQuery::Show::Everything)));
        m_state->setCurrentIndex(0);
        m_kind->setCurrentIndex(0);
        m_search->clear();
    }
    applyFilters();
}

void HistoryView::takeAll(int total)
{
    showTotal(total);
    if (!m_sought || m_model->query().repositoryId.isEmpty())
        return;
    m_sought = false;
    if (m_model->rowOf(m_wanted) >= 0)
        return;
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    Q_EMIT notListed(m_wanted);
}

/// Where it was, when the column cannot be sorted by.
void HistoryView::keepArrow(int column)
{
    if (HistoryModel::isSortable(column))
        return;
    const HistoryQuery &query = m_model->query();
    QHeaderView *const header = m_table->horizontalHeader();
    const QSignalBlocker quiet(header);
    header->setSortIndicator(m_model->sortColumn(), query.direction == HistoryQuery::Direction::Ascending
                                                        ? Qt::AscendingOrder
                                                        : Qt::DescendingOrder);
}

/// The row a person looked at, or the newest one.
void HistoryView::restoreSelection()
{
    const int found = m_model->rowOf(m_wanted);
    if (m_model->rowCount() == 0 || (found < 0 && m_sought))
        return;
    const int row = qMax(0, found);
    if (m_table->currentIndex().row() == row && m_model->keyAt(row) == m_wanted)
        return;
    m_table->selectRow(row);
}

void HistoryView::showTotal(int total)
{
    HistoryQuery unfiltered = m_model->query();
    // Before a repository was read nothing is known, which is not none.
    m_total->setText(unfiltered.repositoryId.isEmpty() ? QString() : tr("%n row(s)", nullptr, total));
    const bool filtered = !unfiltered.text.isEmpty() || !unfiltered.state.isEmpty() ||
                          !unfiltered.kind.isEmpty() ||
                          unfiltered.show != HistoryQuery::Show::SetsAndProblems;
    m_empty->setText(unfiltered.repositoryId.isEmpty() ? QString()
                     : filtered
                         ? tr("Nothing matches these filters.")
                         : tr("There is no backup yet. \"Back up\" makes the first one: it is read back "
                              "whole, and a restore test proves it."));
    m_stack->setCurrentWidget(total > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    if (total == 0)
        Q_EMIT selectionChanged();
}

/// An empty table would say that there is no backup.
void HistoryView::showFailure(const Error &error)
{
    m_sought = false;
    m_total->clear();
    m_empty->setText(tr("The history cannot be read.") + QChar(u'\n') + oneLine(error.message) +
                     QChar(u'\n') + oneLine(error.hint.isEmpty() ? error.detail : error.hint));
    m_stack->setCurrentWidget(m_empty);
    Q_EMIT selectionChanged();
}

} // namespace masclet
