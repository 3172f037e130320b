#pragma once

#include "tests/support/Desk.h"

#include <QJsonObject>
#include <QObject>

#include <memory>

/// What a backup costs others, and how it is kept in bounds.
class tst_Impact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void allThatIsHeavyStepsBack();
    void readingIsHeldBack();
    void aPauseIsNoStallAndEndsWhenAsked();
    void aDirectoryIsNotHeldBack();
    void whatTakesTooLongIsEnded();
    void aRehearsalTakesNoLongerThanABackup();
    void theLoadIsMeasuredAndShown();
    void theLoadIsNotMeasured_data();
    void theLoadIsNotMeasured();

private:
    void set(const QStringList &options) const;
    masclet::test::ProgramOutcome backUp(const QStringList &options = {});
    QJsonObject runRecord() const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::Desk> m_desk;
    QJsonObject m_document;
};
