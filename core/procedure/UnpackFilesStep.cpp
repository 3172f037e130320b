#include "core/procedure/UnpackFilesStep.h"

#include "core/base/Text.h"
#include "core/procedure/Procedure.h"
#include "core/restore/UnpackRecord.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(UnpackFilesStep)
};

const QString unpackKind = QStringLiteral("unpack-files");
const QString restoreKey = QStringLiteral("restore");
const QString folderKey = QStringLiteral("folder"); ///< for people only; the record has its own

class UnpackFiles final : public StepKind
{
public:
    explicit UnpackFiles(QString stateFolder)
        : m_stateFolder(std::move(stateFolder))
    {
    }

    QString name() const override { return unpackKind; }
    Undo undoWhen() const override { return Undo::AfterFailure; }
    StepTexts texts(const QJsonObject &parameters) const override
    {
        const QString folder = oneLine(parameters[folderKey].toString());
        return {Tr::tr("Restore files into %1").arg(folder),
                Tr::tr("End what was left unfinished in %1").arg(folder),
                Tr::tr("A restore of files into %1 was cut off; what it left is still there.").arg(folder)};
    }
    Result<QJsonObject> look(const QJsonObject &, const StepScope &) const override { return QJsonObject(); }
    Result<> act(const QJsonObject &, const QJsonObject &, const StepScope &) const override { return {}; }
    Result<> undo(const QJsonObject &parameters, const QJsonObject &, const StepScope &scope) const override
    {
        return endUnpacking(m_stateFolder, parameters[restoreKey].toString(), scope.job.log());
    }

private:
    const QString m_stateFolder;
};

} // namespace

std::unique_ptr<const StepKind> unpackFilesKind(const QString &stateFolder)
{
    return std::make_unique<UnpackFiles>(stateFolder);
}

ProcedureStep unpackFilesStep(const QString &runId, const QString &folder)
{
    return {unpackKind, {{restoreKey, runId}, {folderKey, folder}}};
}

} // namespace masclet
