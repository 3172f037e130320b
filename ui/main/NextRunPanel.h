#pragma once

#include "core/service/OverviewService.h"

#include <QFrame>

class QLabel;

namespace masclet
{

/// What the next run will be like: when, how long, how large, what is free after it, what retention deletes.
class NextRunPanel : public QFrame
{
    Q_OBJECT

public:
    explicit NextRunPanel(QWidget *parent = nullptr);
    void showNext(const NextRun &next, const QString &zone);
    void showNothing();

private:
    QLabel *m_when;
    QLabel *m_expected;
    QLabel *m_after;
};

} // namespace masclet
