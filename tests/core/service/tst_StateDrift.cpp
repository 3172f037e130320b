#include "tests/core/service/tst_StateDrift.h"

#include "core/service/DriftService.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

using namespace masclet;
using namespace masclet::test;

namespace
{

ConfigFile file(const QByteArray &hash)
{
    return {q("file"), 0640, q("root:adm"), 34, hash};
}

MachineState state()
{
    MachineState made;
    made.config = QMap<QByteArray, ConfigFile>{{"etc/a", file("1f3a9c")}, {"etc/b", file("aaaa")}};
    made.state.emplace();
    made.state->facts[q("server")][q("version")] = q("15.20");
    made.state->facts[q("settings")][q("work_mem")] = q("4MB");
    made.state->facts[q("packages")][q("nginx")] = q("1.22");
    made.state->figures[q("databases")][q("shop")] = q("100");
    return made;
}

QStringList lines(const Drift &drift)
{
    QStringList list;
    for (const Drift::Change &change : drift.changes)
        list << QStringList{change.kind, change.section, change.what, change.before, change.after}.join(u'|');
    return list;
}

} // namespace

void tst_StateDrift::sameStatesHaveNoDrift()
{
    const Drift drift = compareStates(state(), state());
    QVERIFY(drift.changes.isEmpty());
    QVERIFY(drift.remarks.isEmpty());
}

void tst_StateDrift::filesThatChangedAreFound()
{
    MachineState newer = state();
    (*newer.config)["etc/a"].sha256 = "2222222222222222";
    newer.config->remove("etc/b");
    (*newer.config)["etc/c\n"] = {q("link"), 0777, q("root:root"), 0, "../a"};
    QCOMPARE(lines(compareStates(state(), newer)),
             (QStringList{q("config||etc/a|0640 root:adm, 34 B, content 1f3a9c|0640 root:adm, 34 B, content "
                            "222222222222"),
                          q("config||etc/b|0640 root:adm, 34 B, content aaaa|"),
                          q("config||etc/c\\n||→ ../a (root:root)")}));
}

void tst_StateDrift::factsThatChangedAreFoundAndFiguresAreNot()
{
    MachineState newer = state();
    newer.state->facts[q("settings")][q("work_mem")] = q("64MB");
    newer.state->facts[q("packages")].remove(q("nginx"));
    newer.state->facts[q("roles")][q("eve")] = QString();
    newer.state->figures[q("databases")][q("shop")] = q("200");
    QCOMPARE(lines(compareStates(state(), newer)),
             (QStringList{q("state|packages|nginx|1.22|"), q("state|roles|eve||there"),
                          q("state|settings|work_mem|4MB|64MB")}));
}

void tst_StateDrift::whatOnlyOneSideKnowsIsSaidAndNotCompared()
{
    MachineState newer = state();
    newer.config.reset();
    const Drift drift = compareStates(state(), newer);
    QVERIFY(drift.changes.isEmpty());
    QCOMPARE(drift.remarks.size(), 1);
    QVERIFY(drift.remarks.first().contains(q("config")));
}

void tst_StateDrift::aServerThatWasNotReachedIsNoDrift()
{
    MachineState newer = state();
    newer.state->facts.remove(q("server"));
    newer.state->facts.remove(q("settings"));
    newer.state->facts[q("packages")][q("nginx")] = q("1.24");
    QCOMPARE(lines(compareStates(state(), newer)), QStringList{q("state|packages|nginx|1.22|1.24")});
}
