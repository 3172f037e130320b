#pragma once

#include <QObject>

class tst_ProofChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void integrityFollowsTheEvidence_data();
    void integrityFollowsTheEvidence();
    void ageIsCountedFromTheNewestProof();
    void clockSetBackGivesNoNegativeAge();
    void unreadableEvidenceIsSaid();
    void restoreFollowsEvidenceAndRhythm_data();
    void restoreFollowsEvidenceAndRhythm();
    void failedRestoreTestIsAFailureUntilALaterOneSucceeds();
    void damageSinceTheTestIsAFailure();
    void commandsAreThoseOfTheSeed();
};
