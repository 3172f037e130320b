#pragma once

#include "core/base/Result.h"
#include "ui/reports/Report.h"

#include <QByteArray>

namespace masclet
{

/// The report on A4 pages. Foreign text stays text: nothing of it is read as HTML. Any thread; needs the
/// fonts of a QGuiApplication.
QByteArray reportPdf(const Report &report);

} // namespace masclet
