#pragma once

#include "core/profile/OptionTable.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QHBoxLayout;

namespace masclet
{

/// One option as a person edits it: an editor that fits its type, what is wrong with the value in the words
/// of core while it is typed, what applies where nothing is given. Main thread.
class OptionField : public QWidget
{
    Q_OBJECT

public:
    enum class Source {
        Given,   ///< stands in the profile
        Default, ///< the profile leaves it out
    };

    explicit OptionField(const Option &option, QWidget *parent = nullptr);

    const Option &option() const { return m_option; }
    void setValue(const OptionValue &value, Source source);
    /// What stands in the editor, checked.
    Result<OptionValue> value() const;
    Source source() const { return m_source; }
    bool isValid() const { return m_valid; }
    /// What applies in place of the value, and why; empty when the value itself does.
    void showApplied(const QString &text);
    /// For the label's buddy and for tests.
    QWidget *editor() const { return m_editor; }

Q_SIGNALS:
    void changed();

private:
    void makeEditor();
    enum class Browse { No, Yes };
    void makeText(Browse withBrowse);
    void makeNumber();
    void makeSwitch();
    void makeChoice();
    void makeChoices();
    void makeZone();
    void edited();
    void check();
    void backToDefault();
    void browse();

    const Option &m_option;
    QHBoxLayout *m_row;
    QWidget *m_editor = nullptr;
    std::function<Result<OptionValue>()> m_read;
    std::function<void(const OptionValue &)> m_write;
    QLabel *m_problem;
    QLabel *m_origin;
    QLabel *m_applied;
    QPushButton *m_reset;
    Source m_source = Source::Default;
    bool m_valid = true;
    bool m_filling = false;
};

} // namespace masclet
