#pragma once

#include "core/base/Error.h"

#include <QWizard>

namespace masclet
{

class ActiveWork;

/// What all wizards share: looks, size, and that closing one does not stop its work. Made with new; it
/// deletes itself when it was closed, but not before its work has ended, so that a failure is never lost.
class DeskWizard : public QWizard
{
    Q_OBJECT

public:
    explicit DeskWizard(const QString &title, QWidget *parent = nullptr);

    /// The work of this wizard; it goes on when the wizard is closed.
    void watch(ActiveWork *work);
    /// The work failed: shown elsewhere, too, when nobody sees this window any more.
    void reportFailure(const Error &error);
    void done(int result) override;

Q_SIGNALS:
    void failed(const masclet::Error &error);
    void failedUnseen(const masclet::Error &error);
    /// What a person does next, not shown yet; whoever opened this wizard opens that one too.
    void followedBy(masclet::DeskWizard *next);

private:
    bool m_running = false;
};

} // namespace masclet
