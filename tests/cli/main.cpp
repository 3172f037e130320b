#include "tests/cli/tst_AppContext.h"
#include "tests/cli/tst_CommandLine.h"
#include "tests/cli/tst_DailyVerbs.h"
#include "tests/cli/tst_Documents.h"
#include "tests/cli/tst_InitCommand.h"
#include "tests/cli/tst_JobRunner.h"
#include "tests/cli/tst_Language.h"
#include "tests/cli/tst_ProfileCommands.h"
#include "tests/cli/tst_Program.h"
#include "tests/cli/tst_RepositoryVerbs.h"
#include "tests/cli/tst_ScheduleVerbs.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_AppContext, tst_CommandLine, tst_ProfileCommands, tst_JobRunner,
                                 tst_Language, tst_Program, tst_RepositoryVerbs, tst_Documents,
                                 tst_InitCommand, tst_DailyVerbs, tst_ScheduleVerbs>(argc, argv);
}
