#pragma once

#include "core/checks/Checklist.h"
#include "tests/support/FakeClock.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class tst_Checklist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDayNobodyLookedAtIsEmpty();
    void theNewestResultsCount();
    void oneItemCanBeEvaluatedAlone();
    void verdictsSignatureAndResultsAreReadBack();
    void verdictNeedsAResultAndAName();
    void verdictRefusesAResultThatNobodySaw();
    void signatureNeedsResultsAndAName();
    void signatureRefusesResultsThatNobodySaw();
    void sameResultsAgainKeepTheSignature();
    void otherResultsOutdateSignatureAndVerdict();
    void verdictAfterTheSignatureOutdatesIt();
    void unsignedDaysOfAProfileAreListedUnderAnyName();
    void tornLastLineIsToleratedAndClosed();
    void damagedOrEditedLinesAreCounted_data();
    void damagedOrEditedLinesAreCounted();
    void signatureOfOtherResultsDoesNotHold();
    void humanWordsNeverMakeTheMachineGreen();
    void plantedLinkIsRefused();
    void logPositionsComeFromTheNewestDayBefore();
    void yesterdayIsReadForComparison();
    void jsonTellsItems();

private:
    QString fileOf(const QDate &day) const;
    QByteArray content(const QDate &day) const;
    void overwrite(const QDate &day, const QByteArray &text) const;
    masclet::Result<> run(const QDate &day, masclet::CheckResult restore);
    masclet::Result<> signSeen(const QDate &day);

    std::unique_ptr<QTemporaryDir> m_temp;
    std::unique_ptr<masclet::test::FakeClock> m_clock;
    std::unique_ptr<masclet::Checklist> m_list;
};
