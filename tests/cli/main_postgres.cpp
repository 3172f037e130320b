#include "tests/cli/tst_AllVerbs.h"
#include "tests/cli/tst_ScheduleProof.h"
#include "tests/cli/tst_ServerVerbs.h"
#include "tests/cli/tst_SystemdProof.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_ServerVerbs, tst_ScheduleProof, tst_AllVerbs, tst_SystemdProof>(argc,
                                                                                                     argv);
}
