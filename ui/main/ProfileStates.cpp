#include "ui/main/ProfileStates.h"

#include "core/service/StatusService.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

namespace masclet
{

namespace
{

constexpr std::chrono::minutes between{1};

} // namespace

ProfileStates::ProfileStates(const UiContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_regularly.setInterval(between);
    connect(&m_regularly, &QTimer::timeout, this, &ProfileStates::lookAtAll);
}

void ProfileStates::watch(const QStringList &names)
{
    m_names = names;
    m_regularly.start();
    lookAtAll();
}

void ProfileStates::leaveOut(const QString &name)
{
    m_leftOut = name;
}

void ProfileStates::lookAtAll()
{
    for (const QString &name : std::as_const(m_names)) {
        if (name != m_leftOut && !m_asked.contains(name))
            lookAt(name);
    }
}

void ProfileStates::lookAt(const QString &name)
{
    m_asked.insert(name);
    m_context.runner.look(
        this,
        [&uiContext = m_context, name](JobContext &context) -> Result<ProfileStatus> {
            MASCLET_TRY_ASSIGN(const Profile profile, effectiveProfile(uiContext, name));
            return readStatus(uiContext.services, profile, context.stopToken());
        },
        [this, name](const Result<ProfileStatus> &status) {
            m_asked.remove(name);
            if (name == m_leftOut || !m_names.contains(name))
                return;
            Status unreadable;
            if (!status)
                unreadable.line = status.error().message;
            Q_EMIT known(name, status ? status->status : unreadable);
        });
}

} // namespace masclet
