#pragma once

#include "tests/support/Desk.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

/// Dumps in the formats of pg_restore, made by somebody who means harm: nothing of them leaves the sandbox.
class tst_HostileArchives : public QObject
{
    Q_OBJECT

public:
    /// What keeps it from doing harm.
    enum class Wall {
        Reading,    ///< pg_restore or our own reading
        Command,    ///< no command of psql is obeyed
        Link,       ///< no link is followed
        Sandbox,    ///< it happens there, and is noticed
        LimitedRole ///< it happened in the sandbox, unnoticed; on the server the role may not
    };

private Q_SLOTS:
    void initTestCase();
    void init();
    void hostileStatementsReachNothing_data();
    void hostileStatementsReachNothing();
    void hostileRowsReachNothing_data();
    void hostileRowsReachNothing();
    void filesOutsideAreNotRead_data();
    void filesOutsideAreNotRead();
    void changedArchivesAreReadOrRefused();

private:
    /// The database "trap" in that format; `change` gets the text of its table of contents.
    QString dump(const QString &format, const std::function<void(QByteArray &)> &change = {}) const;
    QString rowsOf(const QString &folder) const;
    void expectNothing(const QString &file, Wall wall);

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::Desk> m_desk;
    std::unique_ptr<QTemporaryDir> m_folder; ///< everybody may write there
    QByteArray m_marker;
};
