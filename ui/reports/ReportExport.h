#pragma once

#include "core/base/Result.h"
#include "ui/reports/Report.h"

#include <QObject>

class QPushButton;
class QWidget;

namespace masclet
{

class WorkRunner;

/// Writes the report to `path` as its suffix says: .pdf or .json. Usage for any other. Whole or not at all.
/// Blocking; any thread.
Result<> writeReport(const Report &report, const QString &path);

/// Asks for a file, writes a report into it in the background, and says where it is. A file that is there is
/// asked about first. Belongs to the window it asks from; main thread.
class ReportExport : public QObject
{
    Q_OBJECT

public:
    ReportExport(WorkRunner &runner, QWidget *window);

    void start(const Report &report);

Q_SIGNALS:
    void failed(const masclet::Error &error);

private:
    void take(const QString &path);
    void ask(const QString &path);
    void write(const QString &path);
    void tell(const QString &path);

    WorkRunner &m_runner;
    QWidget *m_window;
    Report m_report;
};

/// "Export…"; what it exports and where the outcome is shown is its window's affair.
QPushButton *exportButton();

} // namespace masclet
