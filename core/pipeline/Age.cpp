#include "core/pipeline/Age.h"
#include "core/pipeline/PassingTool.h"

#include "core/base/Text.h"
#include "core/process/ToolProcess.h"
#include "core/profile/OptionTable.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Age)
};

using namespace std::chrono_literals;

/// age does nothing but pass bytes on; what feeds it has a limit of its own.

ToolCommand ageCommand(const QString &program)
{
    ToolCommand command;
    command.program = program;
    command.environment = cleanEnvironment();
    return command;
}

ToolCommand encryptCommand(const QString &program, const QStringList &recipients)
{
    ToolCommand command = ageCommand(program);
    command.arguments << "--encrypt";
    for (const QString &recipient : recipients)
        command.arguments << "--recipient" << recipient.toLatin1();
    return command;
}

/// The first line that is neither empty nor a comment.
std::string_view firstLine(std::string_view text)
{
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (!line.empty() && line.front() != '#')
            return line;
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return {};
}

} // namespace

Result<Identity> Identity::from(const Secret &secret, const QString &program, const std::stop_token &stop)
{
    const std::string_view line = firstLine(secret.bytes());
    if (line.starts_with("age-encryption.org/") || line.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"))
        return fail(ErrorKind::Credentials, Tr::tr("The key is protected by a passphrase."),
                    Tr::tr("Backups and restore tests run without a person: give a key without one, in a "
                           "file that only its owner can read."));
    if (!line.starts_with("AGE-SECRET-KEY-1"))
        return fail(ErrorKind::Credentials, Tr::tr("This is no secret key of age."),
                    Tr::tr("It has a line that begins with AGE-SECRET-KEY-1; masclet-backup key create "
                           "makes one."));
    ToolCommand command = ageCommand(program + QStringLiteral("-keygen"));
    command.secretFile = ToolCommand::SecretFile{"-y", secret};
    MASCLET_TRY_ASSIGN(const QByteArray output, runTool(command, stop, 10s, ErrorKind::Credentials));
    Identity identity{secret, {}};
    for (const QByteArray &word : output.split('\n')) {
        const QString recipient = QString::fromLatin1(word.trimmed());
        if (isPublicKey(recipient))
            identity.recipients << recipient;
    }
    return identity;
}

EncryptStage::EncryptStage(std::unique_ptr<ToolProcess> tool, Stage &next, std::stop_token stop)
    : m_tool(std::move(tool))
    , m_next(next)
    , m_stop(std::move(stop))
    , m_buffer(passingBlock)
{
}

EncryptStage::~EncryptStage() = default;

Result<std::unique_ptr<EncryptStage>> EncryptStage::start(const QString &program,
                                                          const QStringList &recipients, Stage &next,
                                                          std::stop_token stop)
{
    MASCLET_TRY_ASSIGN(auto tool, ToolProcess::start(encryptCommand(program, recipients),
                                                     ToolProcess::Output::Read, ToolProcess::Input::Fed));
    return std::unique_ptr<EncryptStage>(new EncryptStage(std::move(tool), next, std::move(stop)));
}

/// Takes from `bytes` what was accepted and hands on what came; false at the end of the output.
Result<bool> EncryptStage::exchange(std::span<const std::byte> &bytes)
{
    MASCLET_TRY_ASSIGN(const ToolProcess::Exchange moved,
                       m_tool->exchange(bytes, m_buffer, m_stop, passingStallLimit));
    bytes = bytes.subspan(moved.put);
    if (moved.got > 0)
        MASCLET_TRY(m_next.write(std::span(m_buffer).first(moved.got)));
    return !moved.outputEnded;
}

Result<> EncryptStage::write(std::span<const std::byte> bytes)
{
    while (!bytes.empty())
        MASCLET_TRY(exchange(bytes));
    return {};
}

Result<> EncryptStage::finish()
{
    m_tool->closeInput();
    for (bool more = true; more;) {
        std::span<const std::byte> nothing;
        MASCLET_TRY_ASSIGN(more, exchange(nothing));
    }
    MASCLET_TRY_ASSIGN(const ToolOutcome outcome, m_tool->wait(m_stop, passingStallLimit));
    if (!outcome.good())
        return fail(ErrorKind::Dump, Tr::tr("The backup could not be encrypted."),
                    Tr::tr("Look at the public keys of the profile."), oneLine(outcome.errorOutput));
    return m_next.finish();
}

} // namespace masclet
