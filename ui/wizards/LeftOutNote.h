#pragma once

#include "core/profile/Profile.h"

#include <QWidget>

class QLabel;

namespace masclet
{

/// Says that a set of some kinds is no full backup, and what is not in it; hidden where nothing is left out.
/// Main thread.
class LeftOutNote : public QWidget
{
    Q_OBJECT

public:
    explicit LeftOutNote(QWidget *parent = nullptr);
    void showFor(const Profile &profile);

private:
    QLabel *m_kinds;
};

} // namespace masclet
