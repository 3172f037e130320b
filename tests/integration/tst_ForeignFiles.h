#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class tst_ForeignFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everyFormatComesBack_data();
    void everyFormatComesBack();
    void encodingsAreKept();
    void nothingHappensWithoutTrust();
    void anOldClientIsRefused_D10();
    void takenNamesAreRefused();
    void noFlagIsIgnored();
    void whatIsNoWholeDumpIsRefused_data();
    void whatIsNoWholeDumpIsRefused();
    void damagedArchivesAreRefused_data();
    void damagedArchivesAreRefused();
    void hostileDumpsReachNothing_data();
    void hostileDumpsReachNothing();
    void whatTheProfilesRoleOwnsIsOutOfReach_data();
    void whatTheProfilesRoleOwnsIsOutOfReach();
    void functionsWaitInVainForASuperuser();
    void killedOnesLeaveNothingAfterTheNext();

private:
    QString dump(const QStringList &options, const QString &name);
    QByteArray databases() const;
    QByteArray roles() const;
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    QTemporaryDir m_folder{QStringLiteral("/tmp/mf-XXXXXX")};
};
