#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace masclet
{

struct UiContext;

/// A dump that was made elsewhere: its path, and a person's word that they know who made it. Main thread.
class ForeignFilePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ForeignFilePanel(const UiContext &context, QWidget *parent = nullptr);

    /// Absolute; empty when nothing was typed.
    QString path() const;
    /// Looked for in the background: a network share may not answer.
    bool isThere() const { return m_there; }
    /// It is there and trusted.
    bool isComplete() const;

Q_SIGNALS:
    void changed();

private:
    enum class Choose { File, Folder };
    QPushButton *makeChooser(Choose what);
    void browse(Choose what);
    void update();
    void showFound(bool there);

    const UiContext &m_context;
    QLineEdit *m_path;
    QLabel *m_problem;
    QCheckBox *m_trust;
    bool m_there = false;
};

} // namespace masclet
