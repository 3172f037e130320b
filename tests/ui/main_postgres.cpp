#include "tests/ui/UiTestMain.h"
#include "tests/ui/tst_Journey.h"

int main(int argc, char **argv)
{
    return masclet::test::runAllWithWindows<tst_Journey>(argc, argv);
}
