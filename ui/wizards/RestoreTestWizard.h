#pragma once

#include "core/service/RestoreTestService.h"
#include "ui/wizards/DeskWizard.h"

class QButtonGroup;
class QComboBox;

namespace masclet
{

class ReviewPage;
class RunPage;
struct UiContext;

/// Loads a set where nothing depends on it and compares every table.
class RestoreTestWizard : public DeskWizard
{
    Q_OBJECT

public:
    RestoreTestWizard(const UiContext &context, Profile profile, const QString &setId,
                      QWidget *parent = nullptr);

private:
    QWizardPage *makePlacePage();
    Result<RestoreTestRequest> request() const;
    QString placeName() const;
    void plan(ReviewPage &page);
    ActiveWork *start(RunPage &page);
    void showReport(RunPage &page, const RestoreTestReport &report);
    QString placeText() const;
    QWidget *makeExport(RunPage &page, const RestoreTestReport &report);

    const UiContext &m_context;
    Profile m_profile;
    QString m_setId;
    QButtonGroup *m_places;
    QComboBox *m_others;
};

} // namespace masclet
