#pragma once

#include "tests/support/Desk.h"

#include <QObject>

#include <memory>

/// The policy of a machine, obeyed by the program of an ordinary user.
class tst_OperatorMode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void verifyingIsARight();
    void replacingIsARightAndAskedForFirst();
    void whatProtectsASetIsLiftedByWhoMayDelete();

private:
    /// The program as the user nobody, on a machine whose policy has these rights.
    masclet::test::ProgramOutcome runAsNobody(const QByteArray &rights, const QStringList &arguments) const;
    QByteArray databases() const;
    qsizetype sets() const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::Desk> m_desk; ///< of the user nobody, with one backup of the farm
};
