#include "ui/wizards/ForeignFilePanel.h"

#include "ui/support/Icons.h"
#include "ui/support/Labels.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

ForeignFilePanel::ForeignFilePanel(QWidget *parent)
    : QWidget(parent)
    , m_path(new QLineEdit)
    , m_problem(mutedLabel())
    , m_trust(new QCheckBox(tr("I know who made this file")))
{
    m_path->setObjectName(QStringLiteral("foreignFile"));
    m_path->setAccessibleName(tr("File or folder with the dump"));
    m_path->setPlaceholderText(tr("a .sql, .sql.gz or custom file, or the folder of pg_dump -Fd"));
    m_problem->setObjectName(QStringLiteral("foreignProblem"));
    m_trust->setObjectName(QStringLiteral("foreignTrust"));
    m_trust->setAccessibleDescription(tr("A dump is a program that runs on your server."));
    auto *const choose = new QPushButton(icon(QStringLiteral("folder-open")), tr("&Choose…"));
    choose->setObjectName(QStringLiteral("chooseFile"));
    choose->setAutoDefault(false);
    auto *const row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(choose);
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
    connect(choose, &QPushButton::clicked, this, &ForeignFilePanel::browse);
    connect(m_path, &QLineEdit::textChanged, this, &ForeignFilePanel::update);
    connect(m_trust, &QCheckBox::toggled, this, &ForeignFilePanel::changed);
    update();
}

QString ForeignFilePanel::path() const
{
    const QString typed = m_path->text();
    return typed.isEmpty() ? QString() : QFileInfo(typed).absoluteFilePath();
}

bool ForeignFilePanel::isThere() const
{
    return !m_path->text().isEmpty() && QFileInfo::exists(path());
}

bool ForeignFilePanel::isComplete() const
{
    return isThere() && m_trust->isChecked();
}

/// Another file needs another word.
void ForeignFilePanel::update()
{
    m_trust->setChecked(false);
    m_problem->setText(m_path->text().isEmpty() || isThere() ? QString()
                                                             : tr("There is no such file or folder."));
    m_problem->setVisible(!m_problem->text().isEmpty());
    Q_EMIT changed();
}

void ForeignFilePanel::browse()
{
    auto *const dialog = new QFileDialog(this, tr("A dump made elsewhere"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

} // namespace masclet
