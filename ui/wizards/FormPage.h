#pragma once

#include "core/profile/ProfileToml.h"

#include <QWizardPage>

class QVBoxLayout;

namespace masclet
{

class OptionsForm;

/// A wizard page that is a form of some options of a new profile.
class FormPage : public QWizardPage
{
    Q_OBJECT

public:
    /// `stored` is the wizard's profile under construction; filled when the page is left.
    FormPage(StoredProfile &stored, const QStringList &options, QWidget *parent = nullptr);

    OptionsForm &form() { return *m_form; }
    const OptionsForm &form() const { return *m_form; }
    void addBelow(QWidget *widget);

    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

protected:
    StoredProfile &stored() { return m_stored; }

private:
    StoredProfile &m_stored;
    OptionsForm *m_form;
    QVBoxLayout *m_layout;
};

} // namespace masclet
