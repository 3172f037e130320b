#pragma once

#include "ui/wizards/FormPage.h"

class QLabel;
class QPushButton;

namespace masclet
{

class ToneLabel;
struct UiContext;

/// When sets are made and how long they are kept, with a warning where the clocks will skip or repeat one of
/// the times, and a better one at hand.
class RhythmPage : public FormPage
{
    Q_OBJECT

public:
    RhythmPage(const UiContext &context, StoredProfile &stored, QWidget *parent = nullptr);
    void initializePage() override;

private:
    void check();
    void takeBetter();

    const UiContext &m_context;
    ToneLabel *m_warning;
    QLabel *m_reasons;
    QPushButton *m_better;
    QStringList m_betterTimes;
};

} // namespace masclet
