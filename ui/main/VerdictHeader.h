#pragma once

#include "core/service/OverviewService.h"
#include "ui/support/Theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace masclet
{

class ToneLabel;

/// The one sentence about a profile, and the one button that mends what is worst; below it, while there are
/// any, the alarms that are open.
class VerdictHeader : public QFrame
{
    Q_OBJECT

public:
    explicit VerdictHeader(QWidget *parent = nullptr);
    void showOverview(const Overview &overview, const QString &zone);
    /// The repository could not be read.
    void showError(const Error &error);
    void showWaiting();
    /// What is open of the profile's alarms, below the verdict and whatever that is; nothing without one.
    void showIncidents(const QList<Incident> &incidents, const Profile &profile);
    void showIncidentsUnknown(const Error &error);

Q_SIGNALS:
    void remedyWanted(masclet::Remedy remedy, const QString &runId);
    void tryAgainWanted();
    void alarmsWanted();

private:
    void show(const QString &iconName, const QString &word, Tone tone, const QString &sentence,
              const QString &rest);
    QWidget *makeAlarms();
    void setButton(const QString &text, const QString &iconName);

    ToneLabel *m_word;
    QLabel *m_sentence;
    QLabel *m_rest;
    QPushButton *m_button;
    std::function<void()> m_press;
    QWidget *m_alarms;
    ToneLabel *m_alarmsText;
    QPushButton *m_alarmsButton;
};

} // namespace masclet
