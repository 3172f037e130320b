#pragma once

#include "core/service/ScheduleProof.h"

#include <QWidget>

class QTableView;

namespace masclet
{

class RowsModel;
class ToneLabel;
struct UiContext;

/// What a proof of the scheduled run found: one verdict, and a row for each thing that was looked at; the
/// first that is not well is selected. Main thread.
class ProofFindings : public QWidget
{
    Q_OBJECT

public:
    explicit ProofFindings(QWidget *parent = nullptr);
    void showNothing();
    void showRunning();
    /// There was no proof at all; why is told elsewhere.
    void showUnknown();
    void showProof(const ScheduleProof &proof);

private:
    ToneLabel *m_verdict;
    RowsModel *m_findings;
    QTableView *m_view;
};

/// What a scheduler is told of the profile: as its file has it, for no scheduler knows the variables of this
/// session. Reads the profile's file.
ScheduleRequest scheduleRequest(const UiContext &context, const Profile &profile);

} // namespace masclet
