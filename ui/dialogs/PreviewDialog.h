#pragma once

#include "core/service/InspectService.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTableView;

namespace masclet
{

class ErrorPanel;
class RowsModel;
class ToneLabel;
struct UiContext;

/// Inside a dump without restoring it: its tables, and of the one selected the first rows and the structure.
/// Reads in the background; what comes too late for another selection is dropped.
class PreviewDialog : public QDialog
{
    Q_OBJECT

public:
    PreviewDialog(const UiContext &context, DumpName dump, QWidget *parent = nullptr);

private:
    QWidget *makeTables();
    QWidget *makeTable();
    void readDump();
    void showDump(const InspectedDump &dump);
    void readTable();
    void showTable(const InspectedRows &table);
    /// "public.animals"; empty without a selection.
    QString selected() const;

    const UiContext &m_context;
    DumpName m_dump;
    int m_generation = 0;
    ToneLabel *m_summary;
    ErrorPanel *m_error;
    QLineEdit *m_search;
    RowsModel *m_tables;
    QTableView *m_tablesView;
    QLabel *m_title;
    RowsModel *m_rows;
    QTableView *m_rowsView;
    QPlainTextEdit *m_structure;
};

} // namespace masclet
