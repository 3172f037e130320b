#include "tests/ui/UiTestMain.h"
#include "tests/ui/tst_FirstLook.h"
#include "tests/ui/tst_Journey.h"
#include "tests/ui/tst_Layout.h"
#include "tests/ui/tst_Restores.h"
#include "tests/ui/tst_ScheduledPassword.h"
#include "tests/ui/tst_WorkPages.h"

int main(int argc, char **argv)
{
    return masclet::test::runAllWithWindows<tst_FirstLook, tst_Journey, tst_Layout, tst_Restores,
                                            tst_ScheduledPassword, tst_WorkPages>(argc, argv);
}
