#include "ui/wizards/RestoreSetPage.h"

#include "core/base/Text.h"
#include "core/repository/Repository.h"
#include "core/service/HistoryService.h"
#include "core/service/PeopleText.h"
#include "ui/dialogs/PreviewDialog.h"
#include "ui/models/RowsModel.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Icons.h"
#include "ui/support/StateLook.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"
#include "ui/wizards/ForeignFilePanel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
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
    , m_ofRepository(new QRadioButton(tr("A set of this &repository")))
    , m_elsewhere(new QRadioButton(tr("A dump &made elsewhere")))
    , m_stack(new QStackedWidget)
    , m_file(new ForeignFilePanel(context))
    , m_preview(new QPushButton(icon(QStringLiteral("search")), tr("&Look inside…")))
    , m_error(new ErrorPanel)
{
    setTitle(tr("What is restored?"));
    setSubTitle(tr("Sets that were restored and compared come first."));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setToolTip(tr("Tables, first rows and structure, without restoring"));
    m_preview->setAutoDefault(false);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_file);
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(makeChoice());
    layout->addWidget(m_error);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_preview, 0, Qt::AlignLeft);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QWizardPage::completeChanged);
    connect(m_file, &ForeignFilePanel::changed, this, &QWizardPage::completeChanged);
    connect(this, &QWizardPage::completeChanged, this,
            [this] { m_preview->setEnabled(isForeign() ? m_file->isThere() : !this->setId().isEmpty()); });
    connect(m_preview, &QPushButton::clicked, this, &RestoreSetPage::preview);
    m_preview->setEnabled(false);
}

QWidget *RestoreSetPage::makeChoice()
{
    m_ofRepository->setObjectName(QStringLiteral("sourceSet"));
    m_elsewhere->setObjectName(QStringLiteral("sourceFile"));
    m_ofRepository->setChecked(true);
    auto *const row = new QWidget;
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::margin);
    layout->addWidget(m_ofRepository);
    layout->addWidget(m_elsewhere);
    layout->addStretch();
    connect(m_elsewhere, &QRadioButton::toggled, this, &RestoreSetPage::chooseSource);
    return row;
}

void RestoreSetPage::chooseSource()
{
    m_stack->setCurrentWidget(isForeign() ? static_cast<QWidget *>(m_file) : m_table);
    Q_EMIT completeChanged();
}

bool RestoreSetPage::isForeign() const
{
    return m_elsewhere->isChecked();
}

QString RestoreSetPage::file() const
{
    return m_file->path();
}

bool RestoreSetPage::isComplete() const
{
    return isForeign() ? m_file->isComplete() : !setId().isEmpty();
}

void RestoreSetPage::preview()
{
    const DumpName dump = isForeign() ? DumpName{m_profile, {}, file()} : DumpName{m_profile, setId()};
    auto *const dialog = new PreviewDialog(m_context, dump, this);
    dialog->setObjectName(QStringLiteral("previewDialog"));
    dialog->open();
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
            return readSets(repository, profile);
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
