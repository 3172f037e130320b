#include "tests/core/service/tst_AlarmWatch.h"
#include "tests/core/service/tst_DayMemory.h"
#include "tests/core/service/tst_DueBackup.h"
#include "tests/core/service/tst_DumpChanges.h"
#include "tests/core/service/tst_KeptDatabases.h"
#include "tests/core/service/tst_MachineInventory.h"
#include "tests/core/service/tst_PathProposal.h"
#include "tests/core/service/tst_RetentionHold.h"
#include "tests/core/service/tst_ScheduleService.h"
#include "tests/core/service/tst_SetContent.h"
#include "tests/core/service/tst_StateDrift.h"
#include "tests/core/service/tst_StateInventory.h"
#include "tests/core/service/tst_ThousandNights.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_AlarmWatch, tst_DayMemory, tst_DueBackup, tst_DumpChanges,
                                 tst_KeptDatabases, tst_MachineInventory, tst_PathProposal, tst_RetentionHold,
                                 tst_ScheduleService, tst_SetContent, tst_StateDrift, tst_StateInventory,
                                 tst_ThousandNights>(argc, argv);
}
