#include "ui/wizards/ForeignFilePanel.h"

#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

ForeignFilePanel::ForeignFilePanel(const UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_path(new QLineEdit)
    , m_problem(plainLabel())
    , m_trust(new QCheckBox(tr("I know who made this file")))
{
    m_path->setObjectName(QStringLiteral("foreignFile"));
    m_path->setAccessibleName(tr("File or folder with the dump"));
    m_path->setPlaceholderText(tr("a .sql, .sql.gz or custom file, or the folder of pg_dump -Fd"));
    m_problem->setText(tr("There is no such file or folder."));
    m_problem->setObjectName(QStringLiteral("foreignProblem"));
    m_trust->setObjectName(QStringLiteral("foreignTrust"));
    m_trust->setAccessibleDescription(tr("A dump is a program that runs on your server."));
    auto *const row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(makeChooser(Choose::File));
    row->addWidget(makeChooser(Choose::Folder));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    layout->addWidget(m_trust);
    layout->addWidget(
        mutedLabel(tr("A dump is a program that runs on your server. It is read whole and tried in a "
                      "sandbox first all the same, and goes under a new name only.")));
    layout->addStretch();
    connect(m_path, &QLineEdit::textChanged, this, &ForeignFilePanel::update);
    connect(m_trust, &QCheckBox::toggled, this, &ForeignFilePanel::changed);
    update();
}

QString ForeignFilePanel::path() const
{
    const QString typed = m_path->text();
    return typed.isEmpty() ? QString() : QFileInfo(typed).absoluteFilePath();
}

bool ForeignFilePanel::isComplete() const
{
    return isThere() && m_trust->isChecked();
}

/// Another file needs another word.
void ForeignFilePanel::update()
{
    m_trust->setChecked(false);
    showFound(false);
    m_problem->hide();
    const QString wanted = path();
    if (wanted.isEmpty())
        return;
    m_context.runner.look(
        this, [wanted](JobContext &) -> Result<bool> { return QFileInfo::exists(wanted); },
        [this, wanted](const Result<bool> &there) {
            if (wanted != path())
                return;
            showFound(there && *there);
            m_problem->setVisible(!m_there);
        });
}

void ForeignFilePanel::showFound(bool there)
{
    m_there = there;
    Q_EMIT changed();
}

QPushButton *ForeignFilePanel::makeChooser(Choose what)
{
    const bool folder = what == Choose::Folder;
    auto *const button =
        new QPushButton(icon(folder ? QStringLiteral("folder-open") : QStringLiteral("file-text")),
                        folder ? tr("F&older…") : tr("&File…"));
    button->setObjectName(folder ? QStringLiteral("chooseFolder") : QStringLiteral("chooseFile"));
    button->setAccessibleName(folder ? tr("Choose the folder of a dump") : tr("Choose the file of a dump"));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, what] { browse(what); });
    return button;
}

void ForeignFilePanel::browse(Choose what)
{
    auto *const dialog = new QFileDialog(this, tr("A dump made elsewhere"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("dumpChooser"));
    dialog->setFileMode(what == Choose::Folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

} // namespace masclet
