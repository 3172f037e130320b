#include "core/restore/LoadErrors.h"

#include "core/archive/SqlText.h"
#include "core/archive/SqlTokens.h"
#include "core/base/Text.h"
#include "core/server/ServerError.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Loader)
};

/// The extension's name when `text` is CREATE EXTENSION.
QByteArray extensionOf(QByteArrayView text)
{
    SqlTokens tokens(text);
    if (!tokens.take("create") || !tokens.take("extension"))
        return {};
    if (tokens.take("if")) {
        tokens.take("not");
        tokens.take("exists");
    }
    return tokens.current().text;
}

/// Statements that run functions of the dump on its rows.
bool runsFunctions(const LoadedStatement &statement)
{
    if (statement.kind == SqlKind::CopyIn)
        return true;
    SqlTokens tokens(statement.text);
    return tokens.take("refresh") ||
           (tokens.take("create") && (tokens.take("unique") || tokens.take("index"))) || tokens.take("alter");
}

/// undefined_table, undefined_function, undefined_object, invalid_schema_name
bool isMissingName(const QByteArray &state)
{
    return state == "42P01" || state == "42883" || state == "42704" || state == "3F000";
}

constexpr qsizetype shownText = 120; ///< characters

} // namespace

Error explainRefusal(Error error, const LoadedStatement &statement)
{
    const QByteArray state = sqlStateOf(error);
    if (state.isEmpty())
        return error; // the session is gone, or a person stopped it
    const QByteArray extension = extensionOf(statement.text);
    if (!extension.isEmpty()) {
        error.message = Tr::tr("The extension \"%1\" is not available on the server the dump is loaded into.")
                            .arg(oneLine(extension, 80));
        error.hint = Tr::tr("Install the package that brings it there and try again. This says nothing bad "
                            "about the backup.");
        return error;
    }
    error.message =
        Tr::tr("Line %1 of the dump (%2) cannot be loaded. %3")
            .arg(statement.line)
            .arg(oneLine(statement.text.left(4 * shownText).simplified(), shownText), error.message);
    if (statement.kind == SqlKind::Set && (state == "42704" || state == "22023")) {
        error.hint = Tr::tr("The dump was written for a newer server. Load it into one of its own version.");
        return error;
    }
    if (isMissingName(state) && runsFunctions(statement)) {
        error.hint =
            Tr::tr("A function used by this object names others without their schema; a dump is "
                   "loaded with an empty search_path. Cure it at the source with ALTER FUNCTION … SET "
                   "search_path, or write the schema in its body, then back up again.");
        return error;
    }
    return error;
}

} // namespace masclet
