#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace masclet
{

/// A dump that was made elsewhere: its path, and a person's word that they know who made it. Main thread.
class ForeignFilePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ForeignFilePanel(QWidget *parent = nullptr);

    /// Absolute; empty when nothing was typed.
    QString path() const;
    bool isThere() const;
    /// It is there and trusted.
    bool isComplete() const;

Q_SIGNALS:
    void changed();

private:
    void browse();
    void update();

    QLineEdit *m_path;
    QLabel *m_problem;
    QCheckBox *m_trust;
};

} // namespace masclet
