#pragma once

#include "core/job/JobContext.h"
#include "core/profile/Profile.h"

#include <QJsonObject>

#include <memory>
#include <vector>

namespace masclet
{

/// Where a step is done or undone.
struct StepScope {
    const Profile &profile; ///< of the procedure, as it is now
    JobContext &job;
    std::stop_token stop; ///< watch this one: undoing is not ended by the job's
};

/// What people read about a step; whole sentences, translated.
struct StepTexts {
    QString act;   ///< "Stop web (systemd unit web.service)"
    QString undo;  ///< "Start web again (systemd unit web.service)"
    QString alarm; ///< "The service web was stopped and is not running again."
};

/// One kind of step that changes something outside the repository, and how it is put right: by another
/// process too, after this one was killed. So a step is only a kind and JSON, and what undoing needs to know
/// is found out and journalled before anything is changed. Stateless; registered in StepKinds.
class StepKind
{
public:
    /// AtTheEnd: whatever became of the procedure (a service is started again). AfterFailure: unless the
    /// procedure was kept (a database that was made).
    enum class Undo { AtTheEnd, AfterFailure };

    virtual ~StepKind() = default;
    virtual QString name() const = 0; ///< stable: stands in journals for ever
    virtual Undo undoWhen() const = 0;
    virtual StepTexts texts(const QJsonObject &parameters) const = 0;

    /// How things are; changes nothing. What undo() and alarm need, no secrets.
    virtual Result<QJsonObject> look(const QJsonObject &parameters, const StepScope &scope) const = 0;
    virtual Result<> act(const QJsonObject &parameters, const QJsonObject &before,
                         const StepScope &scope) const = 0;
    /// Makes things as `before` has them, wherever between nothing and all act() ended, once or several
    /// times. Says in the log what it did.
    virtual Result<> undo(const QJsonObject &parameters, const QJsonObject &before,
                          const StepScope &scope) const = 0;
};

/// The kinds this program knows. Owned by whoever runs procedures; read only afterwards.
class StepKinds
{
public:
    void add(std::unique_ptr<const StepKind> kind);
    /// nullptr for a name from another version's journal.
    const StepKind *find(const QString &name) const;
    /// The same, for somebody who may outlive these.
    std::shared_ptr<const StepKind> share(const QString &name) const;

private:
    std::vector<std::shared_ptr<const StepKind>> m_kinds;
};

} // namespace masclet
