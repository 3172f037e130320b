#pragma once

#include "core/profile/Profile.h"
#include "core/repository/StoredSet.h"

#include <QWizardPage>

class QPushButton;
class QRadioButton;
class QStackedWidget;
class QTableView;

namespace masclet
{

class ErrorPanel;
class ForeignFilePanel;
class RowsModel;
struct UiContext;

/// What is brought back: a set (proven ones first, damaged ones cannot be chosen), or a dump that was made
/// elsewhere. Either can be looked into.
class RestoreSetPage : public QWizardPage
{
    Q_OBJECT

public:
    RestoreSetPage(const UiContext &context, const Profile &profile, QString setId,
                   QWidget *parent = nullptr);

    QString setId() const;
    /// A dump made elsewhere was chosen.
    bool isForeign() const;
    /// Absolute path of it.
    QString file() const;
    void initializePage() override;
    bool isComplete() const override;

private:
    QWidget *makeChoice();
    void chooseSource();
    void preview();
    void showSets(QList<StoredSet> sets);

    const UiContext &m_context;
    const Profile &m_profile;
    QString m_wanted;
    RowsModel *m_rows;
    QTableView *m_table;
    QRadioButton *m_ofRepository;
    QRadioButton *m_elsewhere;
    QStackedWidget *m_stack;
    ForeignFilePanel *m_file;
    QPushButton *m_preview;
    ErrorPanel *m_error;
};

} // namespace masclet
