#pragma once

#include "tests/support/TempCluster.h"

#include <QString>

#include <functional>

class QWidget;

namespace masclet::test
{

inline const QString sampleName = QStringLiteral("masclet_imperi");

/// Gets each screen with everything in it; `name` is part of a file's name.
using ScreenVisitor = std::function<void(const QString &name, QWidget &screen)>;

// Every screen of the desk, one after the other, in the language and scheme that apply. Plain functions on
// the main thread; each screen is gone when the next one comes.

/// What can be shown without a server: states of the main window, dialogs, the first pages of the wizards,
/// for a profile that protects `database`.
void visitScreens(const ScreenVisitor &visit, const QString &database = sampleName);

/// Wizards to their end, on the sample database of this server: profile, backup, restore test, restore in
/// place of it and the way back, a dump made elsewhere, a test that fails.
void visitWork(const TempCluster &cluster, const ScreenVisitor &visit, const QString &database = sampleName);

/// Makes the sample database on this server.
Result<> makeSampleDatabase(const TempCluster &cluster, const QString &database = sampleName);

} // namespace masclet::test
