#include "tests/ui/Person.h"

#include "tests/support/TestMain.h"
#include "ui/wizards/BackupWizard.h"
#include "ui/wizards/NewProfileWizard.h"

#include <QLabel>
#include <QSpinBox>

#include <unistd.h>

namespace masclet::test
{

namespace
{

Environment environmentOf(const QTemporaryDir &home, Environment environment)
{
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_STATE_HOME"), home.filePath(QStringLiteral("state")));
    environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    return environment;
}

} // namespace

Person::Person(Environment more)
    : m_app(environmentOf(m_home, std::move(more)), m_home.path(), ::geteuid(), m_clock)
    , m_context{m_app.services(), m_app.environment(),
                m_runner,         repository(),
                m_home.path(),    qEnvironmentVariable("MASCLET_BIN_DIR") + QStringLiteral("/masclet-backup"),
                m_home.path()}
    , m_window(m_context)
{
    m_window.resize(1280, 800);
    m_window.showProfiles();
    m_window.show();
}

Profile Person::profile() const
{
    const auto entries = m_context.services.profiles.list();
    if (!entries || entries->isEmpty())
        qFatal("there is no profile");
    const Result<Profile> profile = effectiveProfile(m_context, entries->first().name);
    if (!profile)
        qFatal("%s", reason(profile).constData());
    return *profile;
}

QList<StoredSet> Person::sets() const
{
    const Result<Repository> repository = Repository::open(this->repository(), m_clock);
    const Result<QList<StoredSet>> sets =
        repository ? repository->sets() : Result<QList<StoredSet>>(fail(repository.error()));
    if (!sets)
        qFatal("%s", reason(sets).constData());
    return *sets;
}

void Person::choose(const char *action)
{
    auto *const found = m_window.findChild<QAction *>(QString::fromLatin1(action));
    if (!found || !found->isEnabled())
        qFatal("%s cannot be chosen", action);
    ++m_clicks;
    found->trigger();
}

void Person::click(QAbstractButton *button)
{
    if (!button->isVisible() || !button->isEnabled())
        qFatal("%s cannot be clicked", qPrintable(button->objectName()));
    ++m_clicks;
    QTest::keyClick(button, Qt::Key_Space);
}

void Person::write(QWidget &window, const char *name, const QString &text)
{
    ++m_clicks;
    if (auto *const number = window.findChild<QSpinBox *>(QString::fromLatin1(name)))
        number->setValue(text.toInt());
    else
        child<QLineEdit>(window, name)->setText(text);
}

void Person::press(QWizard &wizard, QWizard::WizardButton which)
{
    QAbstractButton *const button = wizard.button(which);
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled() && button->isVisible(), 60'000);
    click(button);
}

void Person::nameProfile(QWizard &wizard)
{
    if (child<QLineEdit>(wizard, "profileName")->text().isEmpty())
        write(wizard, "profileName", QStringLiteral("farm"));
}

void Person::makeProfile(const TempCluster &cluster, const QString &database)
{
    auto *const wizard = open<NewProfileWizard>("newProfile");
    write(*wizard, "connection.host", cluster.socketFolder());
    write(*wizard, "connection.port", QString::number(cluster.port()));
    write(*wizard, "connection.dbname", database);
    click(*wizard, "testConnection");
    QVERIFY(settle());
    press(*wizard, QWizard::NextButton);
    for (const char *kind : {"backup.kinds.config", "backup.kinds.logs", "backup.kinds.state"})
        child<QAbstractButton>(*wizard, kind)->setChecked(false); // this machine is no matter of these tests
    press(*wizard, QWizard::NextButton);
    nameProfile(*wizard);
    for (int page = 0; page < 3; ++page)
        press(*wizard, QWizard::NextButton);
    press(*wizard, QWizard::CommitButton);
    press(*wizard, QWizard::FinishButton);
    QVERIFY(settle());
}

QWizard *Person::backUp()
{
    auto *const wizard = open<BackupWizard>("backUp");
    press(*wizard, QWizard::NextButton);
    press(*wizard, QWizard::CommitButton);
    if (!settle())
        qFatal("the backup does not end");
    return wizard;
}

QString headline(const QWizard &wizard)
{
    return wizard.currentPage()->findChild<QWidget *>(QStringLiteral("resultHeadline"))->accessibleName();
}

QString problem(const QWidget &window)
{
    const QList<QLabel *> messages = window.findChildren<QLabel *>(QStringLiteral("errorMessage"));
    for (const QLabel *message : messages) {
        if (message->isVisible())
            return message->text();
    }
    return {};
}

} // namespace masclet::test
