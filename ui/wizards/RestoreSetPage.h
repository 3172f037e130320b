#pragma once

#include "core/profile/Profile.h"
#include "core/repository/StoredSet.h"

#include <QWizardPage>

class QTableView;

namespace masclet
{

class ErrorPanel;
class RowsModel;
struct UiContext;

/// Which set is brought back: proven ones first, damaged ones cannot be chosen.
class RestoreSetPage : public QWizardPage
{
    Q_OBJECT

public:
    RestoreSetPage(const UiContext &context, const Profile &profile, QString setId,
                   QWidget *parent = nullptr);

    QString setId() const;
    void initializePage() override;
    bool isComplete() const override { return !setId().isEmpty(); }

private:
    void showSets(QList<StoredSet> sets);

    const UiContext &m_context;
    const Profile &m_profile;
    QString m_wanted;
    RowsModel *m_rows;
    QTableView *m_table;
    ErrorPanel *m_error;
};

} // namespace masclet
