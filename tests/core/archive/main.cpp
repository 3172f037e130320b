#include "tests/core/archive/tst_ArchiveIndex.h"
#include "tests/core/archive/tst_ArchiveStream.h"
#include "tests/core/archive/tst_ArchiveWriter.h"
#include "tests/core/archive/tst_ForeignDump.h"
#include "tests/core/archive/tst_SqlLexer.h"
#include "tests/core/archive/tst_SqlScanner.h"
#include "tests/core/archive/tst_StoredStream.h"
#include "tests/core/archive/tst_StrictGunzip.h"
#include "tests/core/archive/tst_TablePicker.h"
#include "tests/core/archive/tst_Tar.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_ArchiveIndex, tst_ArchiveStream, tst_ArchiveWriter, tst_ForeignDump,
                                 tst_SqlLexer, tst_SqlScanner, tst_StoredStream, tst_StrictGunzip,
                                 tst_TablePicker, tst_Tar>(argc, argv);
}
