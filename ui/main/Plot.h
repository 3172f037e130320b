#pragma once

// QCustomPlot's header is written with Qt's short keywords, which our code is built without.
#include <QWidget>
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach
