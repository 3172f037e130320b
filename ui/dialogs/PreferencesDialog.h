#pragma once

#include "core/profile/ProfileToml.h"

#include <QDialog>

#include <optional>

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
    /// `reference` is what the profile is loaded by.
    void saved(const QString &reference);

private:
    void addSection(const QByteArray &section);
    void addFileButtons();
    void exportProfile();
    void importProfile();
    void showImported(const StoredProfile &imported);
    void updateSave();
    /// As it would be written now.
    Result<StoredProfile> changed() const;
    Result<Profile> profileNow() const;
    QString command() const;
    Result<> checkUnchanged(const StoredProfile &now) const;
    void save();

    const UiContext &m_context;
    StoredProfile m_stored;
    std::optional<StoredProfile> m_imported; ///< read from a file, not saved yet
    QList<OptionsForm *> m_forms;
    QListWidget *m_sections;
    QStackedWidget *m_pages;
    ErrorPanel *m_error;
    QDialogButtonBox *m_buttons;
};

} // namespace masclet
