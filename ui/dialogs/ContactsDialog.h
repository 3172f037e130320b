#pragma once

#include "core/notify/Ladder.h"
#include "core/service/AlarmWatch.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace masclet
{

class ErrorPanel;
class RowsModel;
struct Report;
struct UiContext;

/// Who is told of an alarm, in which order and when; test messages per step; the alarms that wait for an
/// answer; the card to print. Changes are saved in the profile's file at once.
class ContactsDialog : public QDialog
{
    Q_OBJECT

public:
    ContactsDialog(const UiContext &context, Profile profile, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const QString &profile);
    void acknowledged();

private:
    QWidget *makePeople();
    QWidget *makeLadder();
    QWidget *makeAlarms();
    void read();
    void showContacts();
    void showLadder();
    void showIncidents(const QList<Incident> &incidents);
    void edit(qsizetype at);
    void keep(const QList<Profile::Contact> &contacts);
    void removeSelected();
    void test(const QString &role, QLabel *outcome, QPushButton *button);
    void answer();
    Report card() const;

    const UiContext &m_context;
    Profile m_profile;
    ErrorPanel *m_error;
    RowsModel *m_people;
    QTableView *m_peopleView;
    QPushButton *m_add;
    QPushButton *m_change;
    QPushButton *m_remove;
    QWidget *m_ladder;
    QVBoxLayout *m_steps;
    RowsModel *m_incidents;
    QTableView *m_incidentsView;
    QPushButton *m_answer;
    QList<Incident> m_open;
};

} // namespace masclet
