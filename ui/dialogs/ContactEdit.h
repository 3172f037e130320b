#pragma once

#include "core/profile/ContactTable.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace masclet
{

/// One person to be told: a field for each key of a [[contacts]] table, checked by the core while typing.
class ContactEdit : public QDialog
{
    Q_OBJECT

public:
    /// `taken`: names that others have.
    ContactEdit(const Profile::Contact &contact, QStringList taken, QWidget *parent = nullptr);
    /// As typed; only when the window was accepted it is whole.
    const Profile::Contact &contact() const { return m_contact; }

private:
    void check();
    Result<Profile::Contact> typed() const;

    QStringList m_taken;
    Profile::Contact m_contact;
    QComboBox *m_role;
    QList<QLineEdit *> m_edits; ///< of the keys behind the role
    QLabel *m_problem;
    QPushButton *m_ok;
};

} // namespace masclet
