#pragma once

#include "core/service/Passwords.h"
#include "core/service/ProfileProposal.h"
#include "ui/wizards/FormPage.h"

#include <memory>

class QLabel;
class QPushButton;

namespace masclet
{

class ErrorPanel;
class PasswordEdit;
class PasswordStores;
class ToneLabel;
struct UiContext;

/// Server, database, role and password of a new profile, and a first look that measures the database. A
/// server that cannot be reached today keeps nobody from going on.
class ConnectionPage : public FormPage
{
    Q_OBJECT

public:
    ConnectionPage(const UiContext &context, StoredProfile &stored, QWidget *parent = nullptr);

    /// nullptr: nobody looked, or it did not work.
    const DatabaseSurvey *survey() const { return m_survey ? &*m_survey : nullptr; }
    Secret password() const;
    /// Where it is to be kept; none for an empty one.
    QList<PasswordStore> stores() const;

    void initializePage() override;
    bool isComplete() const override;

private:
    QWidget *makePasswordRow();
    void test();
    void showSurvey(const DatabaseSurvey &survey);
    void forget();
    void proposeTls();

    const UiContext &m_context;
    PasswordEdit *m_password;
    PasswordStores *m_stores;
    QPushButton *m_test;
    ToneLabel *m_found;
    ToneLabel *m_tools;
    ToneLabel *m_rights;
    QLabel *m_warnings;
    ErrorPanel *m_error;
    std::unique_ptr<QObject> m_question; ///< receives what is found with the values that stand there
    std::optional<DatabaseSurvey> m_survey;
    QString m_proposedTls; ///< what stands in the field as long as nobody chose
};

} // namespace masclet
