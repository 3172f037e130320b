#include "tests/faults/FaultDesk.h"
#include "tests/faults/tst_NetworkFaults.h"
#include "tests/faults/tst_StandbyFaults.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    const int failed = masclet::test::runAll<tst_NetworkFaults, tst_StandbyFaults>(argc, argv);
    masclet::test::FaultDesk::endServer();
    return failed;
}
