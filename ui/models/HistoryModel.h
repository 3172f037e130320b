#pragma once

#include "core/catalog/Catalog.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace masclet
{

class CatalogReader;

/// The history of a profile over the catalog: it knows the ids of all rows and fetches the rows that are
/// looked at page by page, so 100,000 of them are as quick as ten. Main thread.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Started, What, State, Duration, Stored, Change, Trigger, Reason };
    static constexpr int columns = Reason + 1;
    enum Role {
        SecondLineRole = Qt::UserRole, ///< smaller text below
        ToneRole,                      ///< int of a Tone
    };

    explicit HistoryModel(CatalogReader &reader, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// The change against others is worked out for the rows that are looked at: nothing goes by it.
    static bool isSortable(int column) { return column != Change; }
    int sortColumn() const;
    void sort(int column, Qt::SortOrder order) override;

    const HistoryQuery &query() const { return m_query; }
    void setQuery(const HistoryQuery &query);
    void setZone(const QString &zone);
    /// The catalog has changed: reads it again and keeps the rows where they are the same.
    void refresh();

    HistoryKey keyAt(int row) const;
    int rowOf(const HistoryKey &key) const;
    /// nullptr while it is still being fetched.
    const HistoryEntry *entryAt(int row) const;

Q_SIGNALS:
    /// All rows are known. `total` of them.
    void loaded(int total);
    void failed(const masclet::Error &error);

private:
    enum class Part { First, All };
    void askForKeys(Part part);
    void takeKeys(const QList<HistoryKey> &keys, Part part);
    void fetch(int page) const;
    void takePage(int page, const QList<HistoryEntry> &entries);

    CatalogReader &m_reader;
    HistoryQuery m_query;
    QString m_zone;
    int m_generation = 0; ///< answers to older questions are dropped
    QList<HistoryKey> m_keys;
    mutable QHash<int, QList<HistoryEntry>> m_pages;
    mutable QList<int> m_recent; ///< pages by last use
    mutable QSet<int> m_asked;
};

} // namespace masclet
