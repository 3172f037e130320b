#pragma once

#include "core/service/ForeignRestore.h"
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

    /// What goes there; a dump made elsewhere goes under a new name only, all of it.
    enum class Source { Set, ForeignFile };
    void setSource(Source source);
    /// Fills in what this page decides.
    void fill(RestoreRequest &request) const;
    void fill(ForeignRestoreRequest &request) const;
    void initializePage() override;
    bool isComplete() const override;

private:
    QWidget *makeOptions();
    void update();
    void fillSelection(LoadSelection &selection) const;

    const Profile &m_profile;
    QRadioButton *m_beside;
    QRadioButton *m_replace;
    QLineEdit *m_name;
    QLabel *m_about;
    QWidget *m_tablesRow;
    QLineEdit *m_tables;
    QCheckBox *m_noOwners;
    QCheckBox *m_globals;
    QCheckBox *m_safety;
    Source m_source = Source::Set;
};

} // namespace masclet
