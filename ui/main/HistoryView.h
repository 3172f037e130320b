#pragma once

#include "ui/models/HistoryModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QTableView;
class QTimer;

namespace masclet
{

/// The table of sets and failed runs with its filters. Says what is selected; acts through nobody.
class HistoryView : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryView(CatalogReader &reader, QWidget *parent = nullptr);

    HistoryModel &model() { return *m_model; }
    /// Shows the history of this profile.
    void showProfile(const QString &repositoryId, const QString &profileId, const QString &profileName,
                     const QString &zone);
    /// No rows, and no word that there would be none: nothing is known yet.
    void showNothing();
    /// Reads the catalog again; the selection stays.
    void refresh();
    HistoryKey selected() const;
    const HistoryEntry *selectedEntry() const;
    /// Filters that hide the row are taken off. Where no list has it, notListed() tells.
    void select(const HistoryKey &key);
    /// What was typed into the search has been asked for.
    bool isSettled() const;

Q_SIGNALS:
    void selectionChanged();
    void notListed(const masclet::HistoryKey &key);
    void activated();
    void menuWanted(const QPoint &globalPosition);

private:
    QWidget *makeFilterBar();
    void makeTable();
    void fitColumns();
    void applyFilters();
    void restoreSelection();
    void keepArrow(int column);
    void showEverything();
    void takeAll(int total);
    void showTotal(int total);
    void showFailure(const Error &error);

    HistoryModel *m_model;
    QTableView *m_table;
    QComboBox *m_show;
    QComboBox *m_state;
    QComboBox *m_kind;
    QLineEdit *m_search;
    QTimer *m_typing; ///< waits until a person stops typing
    QLabel *m_total;
    QLabel *m_empty;
    QStackedLayout *m_stack;
    bool m_chosen = false;  ///< the columns have the widths that a person gave them
    bool m_fitting = false; ///< they are being fitted to what they hold
    HistoryKey m_wanted;    ///< to select again after the rows were read anew
    bool m_sought = false;  ///< somebody asked for m_wanted: no other row may stand for it
};

} // namespace masclet
