#pragma once

#include "ui/wizards/FormPage.h"

class QLabel;
class QLineEdit;

namespace masclet
{

class ConnectionPage;
struct UiContext;

/// The profile's name and where its sets go, with the room there.
class PlacePage : public FormPage
{
    Q_OBJECT

public:
    PlacePage(const UiContext &context, StoredProfile &stored, const ConnectionPage &connection,
              QWidget *parent = nullptr);
    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

private:
    void check();
    void lookForRoom();
    void showRoom(qint64 freeBytes);

    const UiContext &m_context;
    const ConnectionPage &m_connection;
    QLineEdit *m_name;
    QLabel *m_problem;
    QLabel *m_example; ///< the name of a set
    QLabel *m_room;
    QString m_path; ///< whose room is shown
};

} // namespace masclet
