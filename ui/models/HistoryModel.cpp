#include "ui/models/HistoryModel.h"

#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/models/CatalogReader.h"
#include "ui/models/HistoryText.h"
#include "ui/support/Icons.h"
#include "ui/support/StateLook.h"

#include <algorithm>
#include <array>

namespace masclet
{

namespace
{

constexpr int pageRows = 100;
constexpr int pagesKept = 40;
constexpr int firstRows = 200; ///< shown before the rest is counted

QString headerText(int column)
{
    switch (column) {
    case HistoryModel::Started:
        return HistoryModel::tr("Started");
    case HistoryModel::What:
        return HistoryModel::tr("What");
    case HistoryModel::State:
        return HistoryModel::tr("State");
    case HistoryModel::Duration:
        return HistoryModel::tr("Duration");
    case HistoryModel::Stored:
        return HistoryModel::tr("Stored");
    case HistoryModel::Change:
        return HistoryModel::tr("Change");
    case HistoryModel::Trigger:
        return HistoryModel::tr("Started by");
    default:
        return HistoryModel::tr("Reason or problem");
    }
}

QString headerHelp(int column)
{
    switch (column) {
    case HistoryModel::Stored:
        return HistoryModel::tr("Size on the disk; below it the size before compression");
    case HistoryModel::Change:
        return HistoryModel::tr("Against the median of the seven verified sets before it");
    default:
        return {};
    }
}

bool isNumber(int column)
{
    return column == HistoryModel::Duration || column == HistoryModel::Stored ||
           column == HistoryModel::Change;
}

/// What each column goes by.
constexpr std::array<HistoryQuery::Order, HistoryModel::columns> orders{
    HistoryQuery::Order::Started,  HistoryQuery::Order::What,   HistoryQuery::Order::State,
    HistoryQuery::Order::Duration, HistoryQuery::Order::Stored, HistoryQuery::Order::Started, // of Change
    HistoryQuery::Order::Trigger,  HistoryQuery::Order::Reason};

} // namespace

HistoryModel::HistoryModel(CatalogReader &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return headerText(section);
    if (role == Qt::ToolTipRole)
        return headerHelp(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const HistoryEntry *entry = entryAt(index.row());
    if (!entry)
        return role == Qt::DisplayRole && index.column() == Started ? QVariant(QStringLiteral("…"))
                                                                    : QVariant();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return historyText(*entry, column, m_zone);
    case Qt::AccessibleTextRole:
        return headerText(column) + QStringLiteral(": ") + historyText(*entry, column, m_zone);
    case Qt::ToolTipRole:
        return historyToolTip(*entry, column, m_zone);
    case Qt::DecorationRole:
        if (column == State)
            return historyLook(*entry).picture();
        if (column == Started && entry->set && entry->set->evidence.pinned)
            return icon(QStringLiteral("pin"), Tone::Busy);
        return {};
    case SecondLineRole:
        return historySecondLine(*entry, column, m_zone);
    case ToneRole:
        return column == State ? QVariant(int(historyLook(*entry).tone)) : QVariant();
    default:
        return {};
    }
}

void HistoryModel::sort(int column, Qt::SortOrder order)
{
    if (!isSortable(column))
        return;
    HistoryQuery query = m_query;
    query.order = orders.at(size_t(column));
    query.direction = order == Qt::AscendingOrder ? HistoryQuery::Direction::Ascending
                                                  : HistoryQuery::Direction::Descending;
    setQuery(query);
}

int HistoryModel::sortColumn() const
{
    return int(std::find(orders.begin(), orders.end(), m_query.order) - orders.begin());
}

void HistoryModel::setQuery(const HistoryQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    refresh();
}

void HistoryModel::setZone(const QString &zone)
{
    m_zone = zone;
}

void HistoryModel::refresh()
{
    ++m_generation;
    // A repository that was not opened yet has no rows.
    if (m_query.repositoryId.isEmpty())
        return takeKeys({}, Part::All);
    askForKeys(Part::First);
}

void HistoryModel::askForKeys(Part part)
{
    HistoryQuery query = m_query;
    query.limit = part == Part::First ? firstRows : -1;
    m_reader.ask(
        this, [query](const Catalog &catalog) { return catalog.historyKeys(query); },
        [this, part, generation = m_generation](const Result<QList<HistoryKey>> &keys) {
            if (generation != m_generation)
                return;
            if (!keys) {
                Q_EMIT failed(keys.error());
                return;
            }
            takeKeys(*keys, part);
            if (part == Part::First && keys->size() == firstRows)
                askForKeys(Part::All);
            else if (part == Part::First)
                Q_EMIT loaded(int(m_keys.size()));
        });
}

void HistoryModel::takeKeys(const QList<HistoryKey> &keys, Part part)
{
    m_pages.clear();
    m_recent.clear();
    m_asked.clear();
    // Nothing moved: only what stands in the rows may be new. The first part of a longer list says the same.
    const bool same = keys == m_keys ||
                      (part == Part::First && keys.size() == firstRows && keys == m_keys.mid(0, firstRows));
    if (same) {
        if (!m_keys.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    } else if (part == Part::All && keys.mid(0, m_keys.size()) == m_keys) {
        beginInsertRows({}, rowCount(), int(keys.size()) - 1);
        m_keys = keys;
        endInsertRows();
    } else {
        beginResetModel();
        m_keys = keys;
        endResetModel();
    }
    if (part == Part::All)
        Q_EMIT loaded(rowCount());
}

HistoryKey HistoryModel::keyAt(int row) const
{
    return m_keys.value(row);
}

int HistoryModel::rowOf(const HistoryKey &key) const
{
    return int(m_keys.indexOf(key));
}

const HistoryEntry *HistoryModel::entryAt(int row) const
{
    const int page = row / pageRows;
    const auto found = m_pages.constFind(page);
    if (found == m_pages.constEnd()) {
        fetch(page);
        return nullptr;
    }
    const int inPage = row % pageRows;
    if (inPage >= found->size())
        return nullptr;
    const HistoryEntry &entry = found->at(inPage);
    return entry.set || entry.run ? &entry : nullptr;
}

void HistoryModel::fetch(int page) const
{
    if (m_asked.contains(page))
        return;
    m_asked.insert(page);
    const QList<HistoryKey> keys = m_keys.mid(page * pageRows, pageRows);
    auto *const self = const_cast<HistoryModel *>(this); // data() is const, and what it lacks must come
    m_reader.ask(
        self,
        [repository = m_query.repositoryId, keys](const Catalog &catalog) {
            return catalog.historyEntries(repository, keys);
        },
        [self, page, generation = m_generation](const Result<QList<HistoryEntry>> &entries) {
            if (generation == self->m_generation && entries)
                self->takePage(page, *entries);
        });
}

void HistoryModel::takePage(int page, const QList<HistoryEntry> &entries)
{
    m_asked.remove(page);
    m_pages.insert(page, entries);
    m_recent.removeOne(page);
    m_recent.append(page);
    while (m_recent.size() > pagesKept)
        m_pages.remove(m_recent.takeFirst());
    const int first = page * pageRows;
    const int last = std::min(first + pageRows, rowCount()) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
}

} // namespace masclet
