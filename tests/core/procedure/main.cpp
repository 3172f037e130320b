#include "tests/core/procedure/tst_Procedure.h"
#include "tests/core/procedure/tst_ServiceController.h"
#include "tests/core/procedure/tst_ServiceSteps.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_ServiceController, tst_Procedure, tst_ServiceSteps>(argc, argv);
}
