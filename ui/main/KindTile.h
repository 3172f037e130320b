#pragma once

#include "core/service/OverviewService.h"

#include <QFrame>

class QLabel;

namespace masclet
{

class ToneLabel;

/// One of the four things that are protected: how old its newest copy is, how large, in which state.
class KindTile : public QFrame
{
    Q_OBJECT

public:
    explicit KindTile(const QString &kind, QWidget *parent = nullptr);
    void showKind(const KindOverview &kind, const QDateTime &now);
    void showNothing();

private:
    ToneLabel *m_title;
    QLabel *m_age;
    ToneLabel *m_state;
    QString m_kind;
};

} // namespace masclet
