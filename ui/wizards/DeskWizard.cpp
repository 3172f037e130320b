#include "ui/wizards/DeskWizard.h"

#include "ui/support/ActiveWork.h"
#include "ui/support/Theme.h"

namespace masclet
{

namespace
{

constexpr QSize usualSize(1020, 660);

} // namespace

DeskWizard::DeskWizard(const QString &title, QWidget *parent)
    : QWizard(parent)
{
    setWindowTitle(title);
    setWizardStyle(QWizard::ModernStyle);
    // Titles hold names of databases.
    setTitleFormat(Qt::PlainText);
    setSubTitleFormat(Qt::PlainText);
    setOption(QWizard::NoBackButtonOnStartPage);
    setOption(QWizard::DisabledBackButtonOnLastPage);
    setWindowModality(Qt::NonModal);
    resize(usualSize);
}

void DeskWizard::watch(ActiveWork *work)
{
    m_running = true;
    connect(work, &ActiveWork::ended, this, [this] {
        m_running = false;
        if (!isVisible())
            deleteLater();
    });
}

void DeskWizard::reportFailure(const Error &error)
{
    Q_EMIT failed(error);
    if (!isVisible())
        Q_EMIT failedUnseen(error);
}

void DeskWizard::done(int result)
{
    QWizard::done(result);
    if (!m_running)
        deleteLater();
}

} // namespace masclet
