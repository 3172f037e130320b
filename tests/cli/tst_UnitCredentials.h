#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

/// Passwords that systemd decrypts for a unit, as schedule prove has them: by the real program and the real
/// systemd-creds.
class tst_UnitCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whatSystemdDecryptsIsTried_data();
    void whatSystemdDecryptsIsTried();
    void whatAnAdministratorAddedIsTried();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
