#include "ui/dialogs/PreviewDialog.h"

#include "core/base/Text.h"
#include "ui/models/RowsModel.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr QSize previewSize(1020, 640);
constexpr qint64 rowsShown = 50;
constexpr qsizetype cellShown = 200;

/// Statements keep their lines; each line is made harmless.
QString statementText(const QByteArray &statement)
{
    QStringList lines;
    for (const QByteArray &line : statement.trimmed().split('\n'))
        lines << oneLine(line);
    return lines.join(QChar(u'\n'));
}

Cell cellOf(const std::optional<QByteArray> &value)
{
    if (!value)
        return {QStringLiteral("NULL"), {}, Tone::Unknown};
    return {oneLine(*value, cellShown)};
}

} // namespace

PreviewDialog::PreviewDialog(const UiContext &context, DumpName dump, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_dump(std::move(dump))
    , m_summary(new ToneLabel)
    , m_error(new ErrorPanel)
    , m_search(new QLineEdit)
    , m_tables(new RowsModel({{tr("Table")}, {tr("Rows"), RowsModel::Kind::Number}, {QString()}}))
    , m_tablesView(rowsView(m_tables, QStringLiteral("previewTables"), tr("Tables of the dump")))
    , m_title(titleLabel())
    , m_rows(new RowsModel(QList<RowsModel::Column>()))
    , m_rowsView(rowsView(m_rows, QStringLiteral("previewRows"), tr("First rows of the table")))
    , m_structure(new QPlainTextEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Inside %1").arg(oneLine(m_dump.setId.isEmpty() ? m_dump.file : m_dump.setId, 200)));
    resize(previewSize);
    m_summary->setObjectName(QStringLiteral("previewSummary"));
    auto *const splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(theme::gap);
    splitter->addWidget(makeTables());
    splitter->addWidget(makeTable());
    splitter->setSizes({340, 640});
    splitter->setStretchFactor(1, 1);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    layout->addWidget(m_summary);
    layout->addWidget(m_error);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tablesView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PreviewDialog::readTable);
    readDump();
}

QWidget *PreviewDialog::makeTables()
{
    m_search->setObjectName(QStringLiteral("previewSearch"));
    m_search->setPlaceholderText(tr("Search a table"));
    m_search->setAccessibleName(tr("Search a table"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), Tone::Unknown), QLineEdit::LeadingPosition);
    m_tablesView->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        qobject_cast<QSortFilterProxyModel *>(m_tablesView->model())->setFilterFixedString(text);
    });
    auto *const area = new QWidget;
    auto *const layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_tablesView, 1);
    return area;
}

QWidget *PreviewDialog::makeTable()
{
    m_title->setObjectName(QStringLiteral("previewTitle"));
    m_structure->setObjectName(QStringLiteral("previewStructure"));
    m_structure->setAccessibleName(tr("Structure of the table"));
    m_structure->setReadOnly(true);
    m_structure->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *const tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("previewTabs"));
    tabs->setDocumentMode(true);
    tabs->addTab(m_rowsView, tr("&First rows"));
    tabs->addTab(m_structure, tr("&Structure"));
    auto *const area = new QWidget;
    auto *const layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(tabs, 1);
    return area;
}

void PreviewDialog::readDump()
{
    m_summary->show(QStringLiteral("loader"), tr("Reading the dump…"), Tone::Busy);
    m_context.runner.look(
        this,
        [&services = m_context.services, dump = m_dump](JobContext &job) {
            return inspectDump(services, dump, Columns::Leave, job);
        },
        [this](const Result<InspectedDump> &dump) {
            if (dump)
                return showDump(*dump);
            m_summary->show(QStringLiteral("circle-x"), tr("It cannot be looked into."), Tone::Bad);
            m_error->showError(dump.error());
        });
}

void PreviewDialog::showDump(const InspectedDump &dump)
{
    const QLocale locale;
    QList<QList<Cell>> rows;
    for (const InspectedTable &table : dump.tables)
        rows << QList<Cell>{{oneLine(table.name.schema + '.' + table.name.name, cellShown),
                             QString::fromUtf8(table.name.schema + '.' + table.name.name)},
                            {locale.toString(table.rows), table.rows}};
    m_tables->setRows(rows);
    fitColumns(m_tablesView);
    m_summary->show(QStringLiteral("circle-check"),
                    tr("%1 rows in %n table(s), %2 raw", nullptr, int(dump.tables.size()))
                        .arg(locale.toString(dump.rows()), sizeText(dump.rawBytes)),
                    Tone::Good);
    m_tablesView->selectRow(0);
    m_tablesView->setFocus();
}

QString PreviewDialog::selected() const
{
    const QModelIndexList rows = m_tablesView->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.first().data(RowsModel::SortRole).toString();
}

void PreviewDialog::readTable()
{
    const int generation = ++m_generation;
    const QString table = selected();
    m_error->clear();
    m_title->clear();
    m_rows->setTable({}, {});
    m_structure->clear();
    if (table.isEmpty())
        return;
    m_title->setText(tr("Reading %1…").arg(oneLine(table, cellShown)));
    m_context.runner.look(
        this,
        [&services = m_context.services, dump = m_dump, table](JobContext &job) {
            return inspectTable(services, dump, table, rowsShown, job);
        },
        [this, generation](const Result<InspectedRows> &rows) {
            if (generation != m_generation)
                return;
            if (rows)
                return showTable(*rows);
            m_title->clear();
            m_error->showError(rows.error());
        });
}

void PreviewDialog::showTable(const InspectedRows &table)
{
    m_title->setText(tr("%1: %2 rows, the first %3 shown")
                         .arg(oneLine(table.name.schema + '.' + table.name.name, cellShown),
                              QLocale().toString(table.rows), QLocale().toString(table.first.size())));
    QList<RowsModel::Column> columns;
    for (const QByteArray &column : table.columns)
        columns << RowsModel::Column{oneLine(column, cellShown)};
    QList<QList<Cell>> rows;
    for (const auto &row : table.first) {
        QList<Cell> cells;
        for (const std::optional<QByteArray> &value : row)
            cells << cellOf(value);
        rows << cells;
    }
    m_rows->setTable(columns, rows);
    if (!columns.isEmpty())
        fitColumns(m_rowsView, Fit::Content);
    QStringList statements;
    for (const QByteArray &statement : table.statements)
        statements << statementText(statement);
    m_structure->setPlainText(statements.join(QStringLiteral("\n\n")));
}

} // namespace masclet
