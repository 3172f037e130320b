#pragma once

#include "ui/wizards/FormPage.h"

class QLabel;
class QListWidget;

namespace masclet
{

class ConnectionPage;

/// What makes a set suspicious, and the tables whose rows are counted twice, chosen from those that exist.
class ChecksPage : public FormPage
{
    Q_OBJECT

public:
    ChecksPage(StoredProfile &stored, const ConnectionPage &connection, QWidget *parent = nullptr);
    void initializePage() override;
    bool validatePage() override;

private:
    void listTables();
    void showMeasured();

    const ConnectionPage &m_connection;
    QLabel *m_measured;
    QListWidget *m_tables;
    QWidget *m_chosen;
};

} // namespace masclet
