#pragma once

#include <QWidget>

namespace masclet
{

/// What the main window shows before the first profile: what this program is for, and the first step.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

Q_SIGNALS:
    void newProfileWanted();
};

} // namespace masclet
