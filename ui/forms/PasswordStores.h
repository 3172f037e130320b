#pragma once

#include "core/service/Passwords.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace masclet
{

class ToneLabel;
struct UiContext;

/// Where a password is kept: the keychain of this session, the pass file that scheduled runs read, or both,
/// and what follows from that choice.
/// The keychain can be chosen when there is one, which is looked for in the background. Main thread.
class PasswordStores : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordStores(const UiContext &context, QWidget *parent = nullptr);

    QList<PasswordStore> chosen() const;

Q_SIGNALS:
    void changed();

private:
    void showKeychain(const Result<> &reached);
    void showConsequence();

    QCheckBox *m_keychain;
    QCheckBox *m_passFile;
    QLabel *m_about;
    ToneLabel *m_consequence;
    QString m_user; ///< who runs this
};

} // namespace masclet
