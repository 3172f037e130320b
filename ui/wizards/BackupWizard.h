#pragma once

#include "core/service/BackupProcedure.h"
#include "ui/wizards/DeskWizard.h"

class QCheckBox;
class QLayout;
class QLineEdit;

namespace masclet
{

class LeftOutNote;
class ReviewPage;
class RunPage;
struct UiContext;

/// Makes a set by hand: what and how, the plan, the run, what came of it.
class BackupWizard : public DeskWizard
{
    Q_OBJECT

public:
    BackupWizard(const UiContext &context, Profile profile, QWidget *parent = nullptr);

private:
    QWizardPage *makeChoicePage();
    QLayout *makeKinds();
    /// The profile with the kinds that are chosen.
    Profile chosenProfile() const;
    BackupProcedureRequest request() const;
    QStringList commandArguments() const;
    void plan(ReviewPage &page);
    ActiveWork *start(RunPage &page);
    void showReport(RunPage &page, const BackupProcedureReport &report);
    QWidget *makeTestButton(const QString &setId);

    const UiContext &m_context;
    Profile m_profile;
    QList<QCheckBox *> m_kinds;
    LeftOutNote *m_leftOut;
    QLineEdit *m_reason;
    QCheckBox *m_stopServices;
    QCheckBox *m_retention;
};

} // namespace masclet
