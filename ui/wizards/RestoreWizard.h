#pragma once

#include "core/service/ForeignRestore.h"
#include "core/service/RestoreService.h"
#include "ui/wizards/DeskWizard.h"

namespace masclet
{

class GatePage;
class RestoreSetPage;
class RestoreTargetPage;
class ReviewPage;
class RunPage;
struct UiContext;

/// Brings a set back: which one, where, what speaks against it, the plan, the name typed where something
/// gives way, the run, what came of it, and the way back. A dump made elsewhere goes beside only.
class RestoreWizard : public DeskWizard
{
    Q_OBJECT

public:
    /// `setId` is preselected; empty: the newest proven one.
    RestoreWizard(const UiContext &context, Profile profile, const QString &setId, QWidget *parent = nullptr);

    /// What the pages before say.
    RestoreRequest request() const;
    /// The command line that does the same.
    QString command() const;
    int nextId() const override;

protected:
    void initializePage(int id) override;

private:
    ForeignRestoreRequest foreignRequest() const;
    void planForeign(ReviewPage &page);
    ActiveWork *start(RunPage &page);
    ActiveWork *startForeign(RunPage &page);
    ActiveWork *undo(RunPage &page, const KeptDatabase &kept);
    void showReport(RunPage &page, const RestoreReport &report);

    const UiContext &m_context;
    Profile m_profile;
    RestoreSetPage *m_set;
    RestoreTargetPage *m_target;
    GatePage *m_gate;
};

} // namespace masclet
