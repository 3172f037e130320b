#include "tests/core/profile/tst_ClockChanges.h"
#include "tests/core/profile/tst_ContactTable.h"
#include "tests/core/profile/tst_EffectiveProfile.h"
#include "tests/core/profile/tst_OptionTable.h"
#include "tests/core/profile/tst_Policy.h"
#include "tests/core/profile/tst_ProfileStore.h"
#include "tests/core/profile/tst_ServiceTable.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_OptionTable, tst_Policy, tst_ProfileStore, tst_ContactTable,
                                 tst_EffectiveProfile, tst_ServiceTable, tst_ClockChanges>(argc, argv);
}
