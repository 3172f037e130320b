#pragma once

#include <QLabel>
#include <QStringList>

namespace masclet
{

/// Steps of a plan as numbered lines of plain text.
class NumberedSteps : public QLabel
{
    Q_OBJECT

public:
    explicit NumberedSteps(QWidget *parent = nullptr);
    void showSteps(const QStringList &steps);
};

} // namespace masclet
