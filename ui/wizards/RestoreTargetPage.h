#pragma once

#include "core/service/RestoreService.h"

#include <QWizardPage>

class QCheckBox;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace masclet
{

/// Where the set goes: beside what is there (preselected), or in its place; all of it or some tables' rows.
class RestoreTargetPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit RestoreTargetPage(const Profile &profile, QWidget *parent = nullptr);

    /// Fills in what this page decides.
    void fill(RestoreRequest &request) const;
    void initializePage() override;
    bool isComplete() const override;

private:
    QWidget *makeOptions();
    void update();

    const Profile &m_profile;
    QRadioButton *m_beside;
    QRadioButton *m_replace;
    QLineEdit *m_name;
    QLabel *m_about;
    QLineEdit *m_tables;
    QCheckBox *m_noOwners;
    QCheckBox *m_globals;
    QCheckBox *m_safety;
};

} // namespace masclet
