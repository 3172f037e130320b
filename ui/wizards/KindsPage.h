#pragma once

#include "ui/wizards/FormPage.h"

class QLabel;

namespace masclet
{

class LeftOutNote;
struct UiContext;

/// What goes into a set, with what is missing for a full backup. The database cannot be left out. Files worth
/// protecting are looked for in the background and proposed.
class KindsPage : public FormPage
{
    Q_OBJECT

public:
    KindsPage(const UiContext &context, StoredProfile &stored, QWidget *parent = nullptr);
    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

private:
    void lookForFiles(const UiContext &context);
    void takeFiles(const StoredProfile &proposed);
    void check();

    QLabel *m_problem;
    LeftOutNote *m_leftOut;
    bool m_wasLeft = false; ///< with what stood there, which stays
};

} // namespace masclet
