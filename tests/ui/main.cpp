#include "tests/ui/UiTestMain.h"
#include "tests/ui/tst_Commands.h"
#include "tests/ui/tst_Contacts.h"
#include "tests/ui/tst_Details.h"
#include "tests/ui/tst_Dialogs.h"
#include "tests/ui/tst_HistoryFilters.h"
#include "tests/ui/tst_HistoryModel.h"
#include "tests/ui/tst_HistoryView.h"
#include "tests/ui/tst_MainWindow.h"
#include "tests/ui/tst_Meanwhile.h"
#include "tests/ui/tst_NewProfile.h"
#include "tests/ui/tst_OpenAlarms.h"
#include "tests/ui/tst_OptionsForm.h"
#include "tests/ui/tst_Pages.h"
#include "tests/ui/tst_Passwords.h"
#include "tests/ui/tst_Preview.h"
#include "tests/ui/tst_ProfileWatch.h"
#include "tests/ui/tst_Reports.h"
#include "tests/ui/tst_Schedule.h"
#include "tests/ui/tst_Verdict.h"
#include "tests/ui/tst_Wizards.h"
#include "tests/ui/tst_Work.h"

int main(int argc, char **argv)
{
    return masclet::test::runAllWithWindows<
        tst_OptionsForm, tst_HistoryModel, tst_Dialogs, tst_MainWindow, tst_NewProfile, tst_Pages,
        tst_Passwords, tst_Reports, tst_HistoryFilters, tst_HistoryView, tst_Details, tst_Preview,
        tst_ProfileWatch, tst_Verdict, tst_Wizards, tst_Work, tst_Commands, tst_Meanwhile, tst_Schedule,
        tst_Contacts, tst_OpenAlarms>(argc, argv);
}
