#pragma once

#include "core/service/AuditService.h"
#include "ui/models/RowsModel.h"

#include <QWidget>

class QTableView;

namespace masclet
{

class ErrorPanel;
class ToneLabel;
struct UiContext;

/// The audit records of a repository, newest first, and whether they are what was written. Reads in the
/// background when it is shown first. Main thread.
class JournalView : public QWidget
{
    Q_OBJECT

public:
    JournalView(const UiContext &context, QString repositoryPath, QString zone, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Found {
        QList<QList<Cell>> rows;
        AuditReport audit;
    };
    void read();
    void show(const Found &found);

    const UiContext &m_context;
    QString m_repository;
    QString m_zone;
    ToneLabel *m_verdict;
    ErrorPanel *m_error;
    RowsModel *m_rows;
    QTableView *m_table;
    bool m_wasRead = false;
};

} // namespace masclet
