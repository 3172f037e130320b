#pragma once

#include <QObject>

/// The restore in five steps (stop, validate, restore, verify, start) by the real program with two fake
/// services, killed at each of them: afterwards services are as before or an alarm stands (I4), and under the
/// name serves the old database or the new one.
class tst_RestoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void theFiveStepsByOneCommandAndBack();
    void killedAtEveryCall_R04_data();
    void killedAtEveryCall_R04();
    void killedInEveryPhase_R04_data();
    void killedInEveryPhase_R04();
    void aServiceThatDoesNotStartIsTold_R05();
};
