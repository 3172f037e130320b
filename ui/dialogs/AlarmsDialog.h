#pragma once

#include "core/service/AlarmService.h"

#include <QDialog>

class QVBoxLayout;

namespace masclet
{

class ErrorPanel;
struct UiContext;

/// What is broken until somebody mends it. The next run tries again by itself; a person who has put it right
/// by hand says so here, and the journal keeps who did.
class AlarmsDialog : public QDialog
{
    Q_OBJECT

public:
    AlarmsDialog(const UiContext &context, Profile profile, const QList<Alarm> &alarms,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    void acknowledged();

private:
    QWidget *makeAlarm(const Alarm &alarm);
    void acknowledge(const QString &id, QWidget *shown);

    const UiContext &m_context;
    Profile m_profile;
    ErrorPanel *m_error;
    QVBoxLayout *m_list;
};

} // namespace masclet
