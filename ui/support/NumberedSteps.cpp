#include "ui/support/NumberedSteps.h"

#include "core/base/Text.h"

namespace masclet
{

NumberedSteps::NumberedSteps(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void NumberedSteps::showSteps(const QStringList &steps)
{
    QStringList lines;
    for (qsizetype i = 0; i < steps.size(); ++i)
        lines << QStringLiteral("%1.  %2").arg(i + 1).arg(oneLine(steps[i]));
    setText(lines.join(QStringLiteral("\n")));
    setAccessibleName(tr("Steps") + QStringLiteral(": ") + text());
}

} // namespace masclet
