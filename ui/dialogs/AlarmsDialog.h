#pragma once

#include "core/notify/Ladder.h"
#include "core/service/AlarmService.h"

#include <QDialog>

class QBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace masclet
{

class ErrorPanel;
struct UiContext;

/// What is wrong until somebody mends it: services that a run left down, and what contacts are told of, with
/// who knows and who is next. A person says here that they look after it, or that a service is up again by
/// hand; who it was is kept. Main thread.
class AlarmsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `alarms`: the services, as the main window knows them; the others are read here.
    AlarmsDialog(const UiContext &context, Profile profile, QList<Alarm> alarms, QWidget *parent = nullptr);

Q_SIGNALS:
    void acknowledged();
    void contactsWanted();

private:
    void read();
    void showAll();
    void add(const Alarm *alarm, const Incident *incident);
    QBoxLayout *makeButtons(const Alarm *alarm, const Incident *incident, QWidget *card);
    void putRight(const QString &id, QWidget *card);
    void answer(const QString &id, QWidget *card);
    void showOutcome(const Result<> &done, QWidget *card);
    /// To the first alarm that waits for somebody, else to "Close": what had the keys may be there no longer.
    void moveKeyboard();

    const UiContext &m_context;
    Profile m_profile;
    QList<Alarm> m_alarms;
    QList<Incident> m_incidents;
    ErrorPanel *m_error;
    QVBoxLayout *m_list;
    QPushButton *m_close;
};

} // namespace masclet
