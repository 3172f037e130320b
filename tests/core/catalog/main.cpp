#include "tests/core/catalog/tst_Catalog.h"
#include "tests/core/catalog/tst_CatalogUpdate.h"
#include "tests/core/catalog/tst_HistoryPages.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_Catalog, tst_CatalogUpdate, tst_HistoryPages>(argc, argv);
}
