#include "core/base/Text.h"
#include "core/checks/Evaluators.h"
#include "core/checks/PrintedCommands.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

qint64 largestSet(const DayFacts &facts)
{
    qint64 largest = 0;
    for (const StoredSet &set : facts.sets)
        largest = std::max(largest, set.storedBytes);
    return largest;
}

/// What one failing disk or machine would take, in a sentence; empty when a copy is elsewhere.
QString oneDiskWarning(const DiskFacts &disk)
{
    if (disk.dataPlace == DataPlace::OtherMachine)
        return {};
    if (disk.dataPlace == DataPlace::SameDisk)
        return Tr::tr(
            "The repository lies on the same disk as the server's data; one failing disk takes both.");
    if (disk.offSite == OffSite::None)
        return Tr::tr("No copy leaves this machine; what destroys the server may destroy the sets too.");
    return {};
}

} // namespace

Check checkSpace(const DayFacts &facts)
{
    Check check;
    check.item = CheckItem::Space;
    const qint64 largest = largestSet(facts);
    const qint64 needed = 2 * largest + facts.profile.checks.freeSpace;
    check.threshold = Tr::tr("%1 are free: twice the largest set (%2) and %3.")
                          .arg(sizeText(needed), sizeText(largest), sizeText(facts.profile.checks.freeSpace));
    check.command = spaceCommand(facts.profile);
    if (!facts.disk) {
        check.finding = Tr::tr("The free space of the repository could not be asked.");
        return check;
    }
    const DiskFacts &disk = *facts.disk;
    check.figures =
        QStringLiteral("%1  %2 / %3")
            .arg(oneLine(facts.profile.repository.path), sizeText(disk.freeBytes), sizeText(disk.totalBytes));
    const QString warning = oneDiskWarning(disk);
    if (disk.freeBytes < needed) {
        check.result = CheckResult::Fail;
        check.finding = Tr::tr("Only %1 are free where the repository lies.").arg(sizeText(disk.freeBytes));
        check.hint = Tr::tr("Free space there, keep fewer sets, or move the repository.");
    } else if (!warning.isEmpty()) {
        check.result = CheckResult::Warn;
        check.finding = warning;
        check.hint = Tr::tr("Put the repository, or a copy of it, on another machine.");
    } else {
        check.result = CheckResult::Pass;
        check.finding = Tr::tr("%1 are free where the repository lies.").arg(sizeText(disk.freeBytes));
    }
    return check;
}

} // namespace masclet
