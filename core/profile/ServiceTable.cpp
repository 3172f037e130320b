#include "core/profile/ServiceTable.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Service)
};

using Service = Profile::Service;

QStringList allControllers()
{
    return {QStringLiteral("systemd"), QStringLiteral("docker"), QStringLiteral("compose"),
            QStringLiteral("command")};
}

template <auto Field>
ServiceKey row(const char *key, OptionType type, const QStringList &controllers, const char *help)
{
    ServiceKey made;
    made.key = key;
    made.type = type;
    made.helpText = help;
    made.controllers = controllers;
    made.get = [](const Service &service) {
        return OptionValue(service.*Field);
    };
    made.set = [](Service &service, const OptionValue &value) {
        service.*Field = std::get<std::remove_cvref_t<decltype(service.*Field)>>(value);
    };
    return made;
}

QList<ServiceKey> makeKeys()
{
    const QStringList systemd{QStringLiteral("systemd")};
    const QStringList docker{QStringLiteral("docker")};
    const QStringList compose{QStringLiteral("compose")};
    const QStringList command{QStringLiteral("command")};
    QList<ServiceKey> keys{
        row<&Service::name>("name", OptionType::Text, allControllers(),
                            QT_TRANSLATE_NOOP("Option", "name of the service for people")),
        row<&Service::controller>("controller", OptionType::Choice, allControllers(),
                                  QT_TRANSLATE_NOOP("Option", "what stops and starts it")),
        row<&Service::unit>("unit", OptionType::Text, systemd,
                            QT_TRANSLATE_NOOP("Option", "systemd: the unit, like web.service")),
        row<&Service::container>("container", OptionType::Text, docker,
                                 QT_TRANSLATE_NOOP("Option", "docker: name of the container")),
        row<&Service::composeFile>("compose_file", OptionType::Path, compose,
                                   QT_TRANSLATE_NOOP("Option", "compose: path of the compose file")),
        row<&Service::composeService>("compose_service", OptionType::Text, compose,
                                      QT_TRANSLATE_NOOP("Option", "compose: name of the service in it")),
        row<&Service::stop>("stop", OptionType::Arguments, command,
                            QT_TRANSLATE_NOOP("Option", "command: program that stops it, and arguments")),
        row<&Service::start>("start", OptionType::Arguments, command,
                             QT_TRANSLATE_NOOP("Option", "command: starts it detached, as init scripts do")),
        row<&Service::status>(
            "status", OptionType::Arguments, command,
            QT_TRANSLATE_NOOP("Option", "command: exit code 0 means running, 1 to 3 stopped")),
        row<&Service::timeLimit>("time_limit", OptionType::Duration, allControllers(),
                                 QT_TRANSLATE_NOOP("Option", "how long a stop or a start may take")),
    };
    keys[1].choices = allControllers();
    keys.last().minimum = 1000;
    keys.last().maximum = 3'600'000;
    return keys;
}

bool isEmpty(const OptionValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return text->isEmpty();
    const auto *list = std::get_if<QStringList>(&value);
    return list && list->isEmpty();
}

/// Names are passed as arguments of their own, behind "--" where the program knows it; these forms keep out
/// what systemctl or docker would read as something else: an option, a path, a pattern.
struct NameForm {
    QString Service::*field;
    const char *form;
};
constexpr NameForm nameForms[] = {
    {&Service::name, "\\A[A-Za-z0-9][A-Za-z0-9_.-]{0,62}\\z"},
    {&Service::unit, "\\A[A-Za-z0-9@_.:\\\\-]{1,247}\\.service\\z"}, // 255 in all: systemd's own limit
    {&Service::container, containerNameForm},
    {&Service::composeService, containerNameForm},
};

Result<> checkName(const QString &name, const char *form)
{
    if (name.isEmpty() || QRegularExpression(QString::fromLatin1(form)).match(name).hasMatch())
        return {};
    return fail(ErrorKind::Config,
                Tr::tr("\"%1\" is not a name that can be used here.").arg(oneLine(name, 60)),
                Tr::tr("Letters, digits, - _ and . are allowed; a unit ends in .service."));
}

} // namespace

std::span<const ServiceKey> serviceKeys()
{
    static const QList<ServiceKey> keys = makeKeys();
    return {keys.constData(), size_t(keys.size())};
}

Result<> checkService(const Service &service)
{
    for (const ServiceKey &key : serviceKeys()) {
        const QString name = QString::fromLatin1(key.key);
        const bool empty = isEmpty(key.get(service));
        const bool needed = key.isKnownTo(service.controller) || service.controller.isEmpty();
        if (empty && needed)
            return fail(ErrorKind::Config, Tr::tr("The key \"%1\" is missing.").arg(name));
        if (!empty && !needed)
            return fail(ErrorKind::Config,
                        Tr::tr("The key \"%1\" does not go with %2.").arg(name, service.controller));
    }
    for (const NameForm &form : nameForms)
        MASCLET_TRY(checkName(service.*form.field, form.form));
    return {};
}

QString serviceText(const Service &service)
{
    if (service.controller == QStringLiteral("systemd"))
        return Tr::tr("systemd unit %1").arg(service.unit);
    if (service.controller == QStringLiteral("docker"))
        return Tr::tr("container %1").arg(service.container);
    if (service.controller == QStringLiteral("compose"))
        return Tr::tr("service %1 of %2").arg(service.composeService, oneLine(service.composeFile, 200));
    return Tr::tr("own command %1").arg(oneLine(service.stop.value(0), 200));
}

} // namespace masclet
