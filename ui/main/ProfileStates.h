#pragma once

#include "core/checks/Status.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace masclet
{

struct UiContext;

/// The states of all profiles but the one that is shown, which has a watch of its own: nothing may go wrong
/// unseen because another profile is looked at. Read in the background, each minute again. Main thread.
class ProfileStates : public QObject
{
    Q_OBJECT

public:
    explicit ProfileStates(const UiContext &context, QObject *parent = nullptr);
    void watch(const QStringList &names);
    /// This one is told by others.
    void leaveOut(const QString &name);

Q_SIGNALS:
    void known(const QString &name, const masclet::Status &status);

private:
    void lookAtAll();
    void lookAt(const QString &name);

    const UiContext &m_context;
    QStringList m_names;
    QString m_leftOut;
    QSet<QString> m_asked; ///< one whose disk does not answer holds one thread, not all of them
    QTimer m_regularly;
};

} // namespace masclet
