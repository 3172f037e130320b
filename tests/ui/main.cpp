#include "tests/ui/UiTestMain.h"
#include "tests/ui/tst_Dialogs.h"
#include "tests/ui/tst_HistoryModel.h"
#include "tests/ui/tst_MainWindow.h"
#include "tests/ui/tst_OptionsForm.h"

int main(int argc, char **argv)
{
    return masclet::test::runAllWithWindows<tst_OptionsForm, tst_HistoryModel, tst_Dialogs, tst_MainWindow>(
        argc, argv);
}
