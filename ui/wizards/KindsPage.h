#pragma once

#include "ui/wizards/FormPage.h"

class QLabel;

namespace masclet
{

class LeftOutNote;

/// What goes into a set, with what is missing for a full backup. The database cannot be left out.
class KindsPage : public FormPage
{
    Q_OBJECT

public:
    explicit KindsPage(StoredProfile &stored, QWidget *parent = nullptr);
    void initializePage() override;
    bool isComplete() const override;

private:
    void check();

    QLabel *m_problem;
    LeftOutNote *m_leftOut;
};

} // namespace masclet
