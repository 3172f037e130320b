#pragma once

#include "core/service/Passwords.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace masclet
{

class ErrorPanel;
class PasswordEdit;
class PasswordStores;
class ToneLabel;
struct UiContext;

/// The password of a profile that exists: where it is, a new one proven and stored, or taken out. What the
/// stores do runs in the background. Main thread.
class PasswordPanel : public QFrame
{
    Q_OBJECT

public:
    /// `profile` gives the profile as the form beside it has it now.
    PasswordPanel(const UiContext &context, std::function<Result<Profile>()> profile,
                  QWidget *parent = nullptr);

    /// The profile is another one now.
    void update();

private:
    /// What a look into the stores found.
    struct Found {
        Result<bool> keychain;
        Result<bool> passFile;
    };
    enum class Busy { No, Yes };

    QWidget *makeButtons();
    QString command() const;
    void look();
    /// Says which of the chosen stores the profile does not read.
    void showUnread();
    void showFound(const Found &found);
    void store();
    void askToRemove();
    void remove();
    void showOutcome(const Result<QString> &outcome);
    void setBusy(Busy busy);
    /// Runs `work(profile, stores, job)`, which returns a sentence, in the background.
    template <class Work>
    void run(Work work);

    const UiContext &m_context;
    std::function<Result<Profile>()> m_profile;
    ToneLabel *m_inKeychain;
    ToneLabel *m_inPassFile;
    PasswordEdit *m_edit;
    QLabel *m_unread;
    PasswordStores *m_stores;
    QPushButton *m_store;
    QPushButton *m_remove;
    ToneLabel *m_outcome;
    ErrorPanel *m_error;
    bool m_isBusy = false;
};

} // namespace masclet
