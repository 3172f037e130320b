#include "ui/wizards/PlacePage.h"

#include "core/base/Text.h"
#include "core/service/NewProfile.h"
#include "ui/forms/OptionsForm.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"
#include "ui/wizards/ConnectionPage.h"

#include <QDir>
#include <QLineEdit>
#include <QStorageInfo>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

const QStringList placeAsked{QStringLiteral("repository.path"), QStringLiteral("repository.layout")};

/// Of the nearest folder that exists.
qint64 freeBytesNear(const QString &path)
{
    QDir folder(path);
    while (!folder.exists() && folder.cdUp()) {
    }
    return QStorageInfo(folder).bytesAvailable();
}

} // namespace

PlacePage::PlacePage(const UiContext &context, StoredProfile &stored, const ConnectionPage &connection,
                     QWidget *parent)
    : FormPage(stored, placeAsked, parent)
    , m_context(context)
    , m_connection(connection)
    , m_name(new QLineEdit)
    , m_problem(plainLabel())
    , m_example(mutedLabel())
    , m_room(mutedLabel())
{
    m_room->setObjectName(QStringLiteral("room"));
    setTitle(tr("Where do its sets go?"));
    setSubTitle(tr("The folder becomes a repository; several profiles may share one."));
    m_name->setObjectName(QStringLiteral("profileName"));
    auto *const row = new QWidget;
    auto *const layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    row->setFocusProxy(m_name);
    layout->addWidget(m_name);
    layout->addWidget(m_problem);
    layout->addWidget(m_example);
    form().insertBehind(QStringLiteral("repository.path"), QString(), m_room);
    form().insertBehind(QStringLiteral("repository.layout"), tr("Profile's &name"), row);
    m_name->setAccessibleName(tr("Profile's name"));
    connect(m_name, &QLineEdit::textChanged, this, &PlacePage::check);
    connect(&form(), &OptionsForm::changed, this, &PlacePage::check);
}

void PlacePage::initializePage()
{
    FormPage::initializePage();
    m_path.clear(); // another database may have been measured since
    const QString dbname = stored().profile.connection.dbname;
    if (m_name->text().isEmpty())
        m_name->setText(isProfileName(dbname) ? dbname : QString());
    check();
}

void PlacePage::check()
{
    const Result<> name = checkNewName(m_context.services.profiles, m_name->text());
    m_problem->setText(name ? QString() : name.error().message + QChar(u' ') + name.error().hint);
    m_problem->setVisible(!name);
    m_example->setText(name ? tr("It names the sets: %1_20250218.").arg(m_name->text()) : QString());
    m_example->setVisible(name.has_value());
    lookForRoom();
    Q_EMIT completeChanged();
}

/// In the background: the folder may lie on a share that does not answer.
void PlacePage::lookForRoom()
{
    const Result<OptionValue> value = form().field(QStringLiteral("repository.path"))->value();
    const QString path = value ? std::get<QString>(*value) : QString();
    if (path == m_path)
        return;
    m_path = path;
    m_room->clear();
    if (path.isEmpty())
        return;
    m_context.runner.look(
        this, [path](JobContext &) -> Result<qint64> { return freeBytesNear(path); },
        [this, path](const Result<qint64> &freeBytes) {
            if (freeBytes && path == m_path)
                showRoom(*freeBytes);
        });
}

void PlacePage::showRoom(qint64 freeBytes)
{
    QString room = tr("%1 free there.").arg(sizeText(freeBytes));
    if (const DatabaseSurvey *const survey = m_connection.survey())
        room +=
            QChar(u' ') + (survey->dumpBytes
                               ? tr("A set of the database takes about %1.").arg(sizeText(*survey->dumpBytes))
                               : tr("The database has %1.").arg(sizeText(survey->facts.bytes)));
    m_room->setText(room);
}

bool PlacePage::isComplete() const
{
    return FormPage::isComplete() && m_problem->text().isEmpty() && !m_name->text().isEmpty();
}

bool PlacePage::validatePage()
{
    stored().profile.name = m_name->text();
    stored().profile.path = m_context.services.profiles.newPath(m_name->text());
    return FormPage::validatePage();
}

} // namespace masclet
