#include "tests/core/base/tst_Directory.h"
#include "tests/core/base/tst_DurableFile.h"
#include "tests/core/base/tst_Error.h"
#include "tests/core/base/tst_Json.h"
#include "tests/core/base/tst_JsonFields.h"
#include "tests/core/base/tst_LocalTime.h"
#include "tests/core/base/tst_Redact.h"
#include "tests/core/base/tst_Text.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_Directory, tst_DurableFile, tst_Error, tst_Json, tst_JsonFields,
                                 tst_LocalTime, tst_Redact, tst_Text>(argc, argv);
}
