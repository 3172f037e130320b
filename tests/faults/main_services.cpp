#include "tests/faults/FaultDesk.h"
#include "tests/faults/tst_ContainerTools.h"
#include "tests/faults/tst_RestoreFaults.h"
#include "tests/faults/tst_RestoreTestFaults.h"
#include "tests/faults/tst_ServiceFaults.h"
#include "tests/faults/tst_SwapFaults.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    const int failed = masclet::test::runAll<tst_ServiceFaults, tst_RestoreFaults, tst_RestoreTestFaults,
                                             tst_SwapFaults, tst_ContainerTools>(argc, argv);
    masclet::test::FaultDesk::endServer();
    return failed;
}
