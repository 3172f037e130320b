#pragma once

#include "core/profile/ProfileToml.h"
#include "core/service/NewProfile.h"
#include "ui/wizards/DeskWizard.h"

class QPushButton;

namespace masclet
{

class ConnectionPage;
class ProofFindings;
class ReviewPage;
class RunPage;
struct UiContext;

/// A first or further profile: connection, kinds, place, rhythm, checks; then repository and file are made,
/// and whether it works when a scheduler starts it can be proven at once.
class NewProfileWizard : public DeskWizard
{
    Q_OBJECT

public:
    explicit NewProfileWizard(const UiContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void created(const QString &name);

private:
    void plan(ReviewPage &page);
    ActiveWork *start(RunPage &page);
    void showMade(RunPage &page, const MadeRepository &made);
    ActiveWork *prove(RunPage &page);

    const UiContext &m_context;
    StoredProfile m_stored;
    ConnectionPage *m_connection;
    ProofFindings *m_findings;
    QPushButton *m_prove;
};

} // namespace masclet
