#include "core/process/ContainerCall.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ContainerCall)
};

constexpr auto serviceName = "masclet-backup";

/// The container's own: our PATH finds nothing there, and our home is not its.
bool staysOutside(const QByteArray &variable)
{
    return variable.startsWith("PATH=") || variable.startsWith("HOME=");
}

/// libpq takes these off the end of a line (isspace() in the C locale).
bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace

ToolCommand clientCall(const ToolCommand &command)
{
    ToolCommand call = command;
    call.program = command.container->client;
    call.environment = cleanEnvironment();
    call.arguments = {"exec", "--interactive"};
    for (const QByteArray &variable : command.environment) {
        if (!staysOutside(variable))
            call.arguments << "--env=" + variable;
    }
    call.arguments << command.container->name.toUtf8() << command.program.toUtf8() << command.arguments;
    call.container.reset();
    call.passEntries.clear();
    return call;
}

Result<Secret> passThroughInput(ToolCommand &command)
{
    const std::string_view password = command.passEntries.constFirst().password.bytes();
    if (password.size() > size_t(longestContainerPassword) ||
        (!password.empty() && isSpace(password.back())) ||
        password.find_first_of(std::string_view("\n\r\0", 3)) != std::string_view::npos)
        return fail(ErrorKind::Credentials,
                    Tr::tr("This password cannot be given to a program inside a container."),
                    Tr::tr("It may have %1 bytes, hold no line end and end in no space. Choose another one.")
                        .arg(longestContainerPassword));
    command.environment << QByteArray("PGSERVICE=") + serviceName << "PGSERVICEFILE=/dev/stdin";
    QByteArray content;
    content.reserve(longestContainerPassword + 64); // in one place, so that one place is wiped
    content.append('[').append(serviceName).append("]\npassword=");
    content.append(password.data(), qsizetype(password.size())).append('\n');
    return Secret::take(content);
}

} // namespace masclet
