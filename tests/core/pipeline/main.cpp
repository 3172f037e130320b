#include "tests/core/pipeline/tst_Age.h"
#include "tests/core/pipeline/tst_DumpFolder.h"
#include "tests/core/pipeline/tst_FileArchive.h"
#include "tests/core/pipeline/tst_FileWalk.h"
#include "tests/core/pipeline/tst_Stages.h"
#include "tests/support/OwnMounts.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    if (!masclet::test::enterOwnMounts()) // some mount small file systems
        qWarning("no mounts of our own: errno %d", errno);
    return masclet::test::runAll<tst_Age, tst_DumpFolder, tst_FileArchive, tst_FileWalk, tst_Stages>(argc,
                                                                                                     argv);
}
