#include "tests/keychain/tst_KeychainVerbs.h"
#include "tests/keychain/tst_SystemKeychain.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_SystemKeychain, tst_KeychainVerbs>(argc, argv);
}
