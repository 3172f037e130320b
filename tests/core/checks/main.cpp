#include "tests/core/checks/tst_Check.h"
#include "tests/core/checks/tst_Checklist.h"
#include "tests/core/checks/tst_CountsCheck.h"
#include "tests/core/checks/tst_LogScanner.h"
#include "tests/core/checks/tst_LogsCheck.h"
#include "tests/core/checks/tst_PrintedCommands.h"
#include "tests/core/checks/tst_ProofChecks.h"
#include "tests/core/checks/tst_SizeCheck.h"
#include "tests/core/checks/tst_SpaceCheck.h"
#include "tests/core/checks/tst_Status.h"
#include "tests/core/checks/tst_WindowCheck.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_LogScanner, tst_Check, tst_WindowCheck, tst_SizeCheck, tst_ProofChecks,
                                 tst_CountsCheck, tst_LogsCheck, tst_SpaceCheck, tst_PrintedCommands,
                                 tst_Checklist, tst_Status>(argc, argv);
}
