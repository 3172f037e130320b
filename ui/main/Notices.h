#pragma once

#include "core/service/OverviewService.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace masclet
{

class ToneLabel;

/// What still waits for a person besides the verdict: days nobody signed, and databases that gave way to
/// restored ones and can come back. Hidden while there is nothing.
class Notices : public QWidget
{
    Q_OBJECT

public:
    explicit Notices(QWidget *parent = nullptr);
    void showOverview(const Overview &overview, const QString &zone);
    void clear();

Q_SIGNALS:
    void dayWanted(const QDate &day);
    void undoWanted(const masclet::KeptDatabase &kept);

private:
    struct Line {
        QWidget *place;
        ToneLabel *text;
        QPushButton *button;
    };
    Line makeLine(const QString &name, const QString &button);
    static void show(const Line &line, const QString &icon, const QString &text);

    QHBoxLayout *m_layout;
    Line m_unsigned;
    Line m_kept;
    QDate m_day; ///< the oldest that is not signed
    std::optional<KeptDatabase> m_newest;
};

} // namespace masclet
