#include "ui/reports/ReportExport.h"

#include "core/base/Text.h"
#include "ui/reports/ReportPdf.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/WorkRunner.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

namespace masclet
{

namespace
{

const QString pdf = QStringLiteral("pdf");
const QString json = QStringLiteral("json");

} // namespace

Result<> writeReport(const Report &report, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix != pdf && suffix != json)
        return fail(ErrorKind::Usage, ReportExport::tr("The file's name must end in .pdf or .json."));
    const QByteArray content =
        suffix == pdf ? reportPdf(report) : QJsonDocument(report.document).toJson(QJsonDocument::Indented);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return fail(ErrorKind::Storage, ReportExport::tr("%1 could not be written.").arg(oneLine(path)),
                    ReportExport::tr("Choose another folder, or make room."), file.errorString());
    return {};
}

ReportExport::ReportExport(WorkRunner &runner, QWidget *window)
    : QObject(window)
    , m_runner(runner)
    , m_window(window)
{
}

void ReportExport::start(const Report &report)
{
    m_report = report;
    auto *const dialog = new QFileDialog(m_window, tr("Export"));
    dialog->setObjectName(QStringLiteral("exportFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Document (*.pdf)"), tr("For programs (*.json)")});
    dialog->setDefaultSuffix(pdf);
    // Asked here, so that every platform's dialog does it alike.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(report.fileName + QStringLiteral(".pdf"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(json) ? json : pdf);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ReportExport::take);
    dialog->open();
}

void ReportExport::take(const QString &path)
{
    m_runner.look(
        this, [path](JobContext &) -> Result<bool> { return QFileInfo::exists(path); },
        [this, path](const Result<bool> &exists) {
            if (exists && *exists)
                ask(path);
            else if (exists)
                write(path);
            else
                Q_EMIT failed(exists.error());
        });
}

void ReportExport::ask(const QString &path)
{
    QMessageBox *const question =
        messageBox(m_window, icon(QStringLiteral("circle-question-mark"), Tone::Busy),
                   tr("%1 is there already. Is it replaced?").arg(oneLine(path)));
    question->setWindowTitle(tr("Export"));
    question->setStandardButtons(QMessageBox::Cancel);
    question->setObjectName(QStringLiteral("confirmReplace"));
    QPushButton *const replace = question->addButton(tr("Replace"), QMessageBox::AcceptRole);
    replace->setObjectName(QStringLiteral("confirmReplaceYes"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(replace, &QPushButton::clicked, this, [this, path] { write(path); });
    question->open();
}

void ReportExport::write(const QString &path)
{
    m_runner.look(
        this, [report = m_report, path](JobContext &) { return writeReport(report, path); },
        [this, path](const Result<> &done) {
            if (done)
                tell(path);
            else
                Q_EMIT failed(done.error());
        });
}

void ReportExport::tell(const QString &path)
{
    QMessageBox *const done = messageBox(m_window, icon(QStringLiteral("circle-check"), Tone::Good),
                                         tr("Written: %1").arg(oneLine(path)));
    done->setWindowTitle(tr("Export"));
    done->setStandardButtons(QMessageBox::Ok);
    done->setObjectName(QStringLiteral("exportDone"));
    done->open();
}

QPushButton *exportButton()
{
    auto *const button = new QPushButton(icon(QStringLiteral("file-text")), ReportExport::tr("E&xport…"));
    button->setObjectName(QStringLiteral("export"));
    button->setToolTip(ReportExport::tr("As a PDF document, or as JSON for programs"));
    button->setAutoDefault(false);
    return button;
}

} // namespace masclet
