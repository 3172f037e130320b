#pragma once

#include "core/profile/ProfileToml.h"

#include <QDialog>

class QDialogButtonBox;
class QListWidget;
class QStackedWidget;

namespace masclet
{

class ErrorPanel;
class OptionsForm;
struct UiContext;

/// Every option of a profile, section by section, with its default; saved as a whole or not at all.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(const UiContext &context, StoredProfile stored, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const QString &name);

private:
    void addSection(const QByteArray &section);
    void updateSave();
    Result<Profile> profileNow() const;
    void save();

    const UiContext &m_context;
    StoredProfile m_stored;
    QList<OptionsForm *> m_forms;
    QListWidget *m_sections;
    QStackedWidget *m_pages;
    ErrorPanel *m_error;
    QDialogButtonBox *m_buttons;
};

} // namespace masclet
