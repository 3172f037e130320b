#pragma once

#include "tests/support/Desk.h"
#include "tests/support/NetServers.h"

#include <QObject>

#include <memory>

/// Who is told of what the real program finds, by real servers.
class tst_Alarms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aFailureIsMailedOnceAndItsEndOnce();
    void theLadderIsWalkedBetweenRunsUntilSomebodyAnswers();
    void aServerThatHangsHoldsNoRunAndSpoilsNoBackup();
    void aWrongCertificateIsRefusedInItsOwnWords();
    void watchdogsHearOfTheBeginningAndTheEnd();
    void theStatusFileSaysHowEachRunEnded();
    void aKnownErrorIsNoneUntilItsDayIsOver();
    void aRefusedLoginIsNotTriedAgainUntilSomethingChanges();
    void contactsArePrintedWithoutTheirSecrets();

private:
    masclet::test::ProgramOutcome failingBackup() const;
    void addContacts(const QByteArray &tables) const;
    void setOptions(const QStringList &options) const;
    QJsonObject answerOf(const QStringList &arguments) const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    masclet::test::Certificate m_certificate;
    std::unique_ptr<masclet::test::MailServer> m_mail;
    std::unique_ptr<masclet::test::Desk> m_desk; ///< with one good backup; mail goes to m_mail
};
