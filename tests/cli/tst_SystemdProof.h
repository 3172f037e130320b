#pragma once

#include "tests/support/Desk.h"
#include "tests/support/SystemdMachine.h"

#include <QJsonObject>
#include <QObject>

#include <memory>

/// schedule prove and show where systemd starts the backups, by the real program and the real systemd-creds.
/// No systemd runs here: tests/packaging/real-systemd.sh has one.
class tst_SystemdProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void whatSystemdDecryptsIsTried_data();
    void whatSystemdDecryptsIsTried();
    void whatAnAdministratorAddedIsTried();
    void aUnitIsProvenBehindItsWalls_data();
    void aUnitIsProvenBehindItsWalls();
    void whatSystemdCouldNotStartIsAProblem();

private:
    masclet::test::ProgramOutcome prove(const QStringList &more,
                                        const masclet::test::SystemdMachine &machine);
    QJsonObject item(const char *id) const;
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::Desk> m_desk;
    QJsonObject m_document;
};
