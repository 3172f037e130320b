#include "tests/faults/FaultDesk.h"
#include "tests/faults/tst_FailingCalls.h"
#include "tests/faults/tst_KillFaults.h"
#include "tests/faults/tst_LockFaults.h"
#include "tests/faults/tst_PathFaults.h"
#include "tests/faults/tst_RecordFaults.h"
#include "tests/faults/tst_RetentionFaults.h"
#include "tests/faults/tst_ServerFaults.h"
#include "tests/faults/tst_StorageFaults.h"
#include "tests/faults/tst_ToolFaults.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    const int failed =
        masclet::test::runAll<tst_KillFaults, tst_ServerFaults, tst_StorageFaults, tst_FailingCalls,
                              tst_LockFaults, tst_PathFaults, tst_RecordFaults, tst_RetentionFaults,
                              tst_ToolFaults>(argc, argv);
    masclet::test::FaultDesk::endServer();
    return failed;
}
