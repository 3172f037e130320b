#include "tests/core/process/tst_ContainerCall.h"
#include "tests/core/process/tst_PassFile.h"
#include "tests/core/process/tst_ToolProcess.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_ToolProcess, tst_PassFile, tst_ContainerCall>(argc, argv);
}
