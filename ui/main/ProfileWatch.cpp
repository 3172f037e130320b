#include "ui/main/ProfileWatch.h"

#include "core/notify/AlarmBook.h"
#include "core/repository/Repository.h"
#include "core/service/AlarmWatch.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QFileInfo>

namespace masclet
{

namespace
{

constexpr std::chrono::milliseconds together{200};
constexpr std::chrono::seconds regularly{30};

} // namespace

ProfileWatch::ProfileWatch(const UiContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(together);
    m_regularly.setInterval(regularly);
    connect(&m_soon, &QTimer::timeout, this, &ProfileWatch::read);
    connect(&m_regularly, &QTimer::timeout, this, &ProfileWatch::refresh);
    connect(&m_files, &QFileSystemWatcher::fileChanged, this, &ProfileWatch::refresh);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, &ProfileWatch::refresh);
    connect(&context.runner, &WorkRunner::removed, this, &ProfileWatch::refresh);
}

void ProfileWatch::watch(const Profile &profile)
{
    stop();
    m_profile = profile;
    m_regularly.start();
    read();
}

void ProfileWatch::stop()
{
    ++m_generation;
    m_profile = {};
    m_overview = {};
    m_repositoryId.clear();
    m_reading = false;
    m_again = false;
    if (const QStringList before = m_files.files() + m_files.directories(); !before.isEmpty())
        m_files.removePaths(before);
    m_soon.stop();
    m_regularly.stop();
}

void ProfileWatch::refresh()
{
    if (!m_profile.repository.path.isEmpty() && m_regularly.isActive())
        m_soon.start();
}

void ProfileWatch::read()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    readIncidents();
    m_job = m_context.runner.look(
        this,
        [&services = m_context.services, path = m_profile.repository.path](JobContext &) -> Result<QString> {
            MASCLET_TRY_ASSIGN(const Repository repository, Repository::open(path, services.clock));
            return repository.id();
        },
        [this, generation = m_generation](const Result<QString> &id) {
            if (generation != m_generation)
                return;
            if (!id) {
                m_reading = isStuck();
                Q_EMIT failed(id.error());
                return;
            }
            watchFiles();
            if (m_repositoryId != *id) {
                m_repositoryId = *id;
                Q_EMIT opened(*id);
            }
            readOverview();
        });
}

void ProfileWatch::readIncidents()
{
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile](JobContext &) {
            return openIncidents(services, profile);
        },
        [this, generation = m_generation](const Result<QList<Incident>> &incidents) {
            if (generation != m_generation)
                return;
            if (incidents)
                Q_EMIT incidentsRead(*incidents);
            else
                Q_EMIT incidentsUnknown(incidents.error());
        });
}

/// After the overview: what the catalog knows already is shown meanwhile, and must not wait for both of them.
/// The catalog is a cache: where it cannot be made equal to the files, it shows what it has.
void ProfileWatch::readHistory()
{
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile](JobContext &) {
            return refreshCatalog(services, profile);
        },
        [this, generation = m_generation](const Result<qint64> &) {
            if (generation == m_generation)
                Q_EMIT historyChanged();
        });
}

void ProfileWatch::readOverview()
{
    m_job = m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile](JobContext &context) {
            return masclet::readOverview(services, profile, context.stopToken());
        },
        [this, generation = m_generation](const Result<Overview> &overview) {
            if (generation != m_generation)
                return;
            m_reading = isStuck();
            readHistory();
            if (overview) {
                m_overview = *overview;
                Q_EMIT overviewChanged();
            } else {
                Q_EMIT failed(overview.error());
            }
            if (!m_reading && std::exchange(m_again, false))
                refresh();
        });
}

/// Its failure was told because the disk is silent, but the reading has not ended: no second one beside it.
bool ProfileWatch::isStuck() const
{
    return m_job && m_job->isRunning();
}

/// Files that are replaced or appear later fall out of the watcher, so this is done with each reading.
void ProfileWatch::watchFiles()
{
    QStringList paths{AlarmBook::folderOf(m_context.services.stateFolder)};
    for (const char *name : {"/journal.jsonl", "/sets", "/checklists", "/runs"})
        paths << m_profile.repository.path + QString::fromLatin1(name);
    for (const QString &path : std::as_const(paths)) {
        if (!m_files.files().contains(path) && !m_files.directories().contains(path) &&
            QFileInfo::exists(path))
            m_files.addPath(path);
    }
}

} // namespace masclet
