#include "tests/core/notify/tst_AlarmBook.h"
#include "tests/core/notify/tst_Delivery.h"
#include "tests/core/notify/tst_Ladder.h"
#include "tests/core/notify/tst_MailText.h"
#include "tests/core/notify/tst_Message.h"
#include "tests/core/notify/tst_StatusFile.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_AlarmBook, tst_Delivery, tst_Ladder, tst_MailText, tst_Message,
                                 tst_StatusFile>(argc, argv);
}
