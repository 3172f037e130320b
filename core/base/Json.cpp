#include "core/base/Json.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>
#include <QStringDecoder>

#include <vector>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

/// One pass over the text that only looks at nesting and keys; everything else is QJsonDocument's business.
/// Keys are compared after undoing escapes, so "a" and "\u0061" are the same key.
Result<> checkStructure(const QByteArray &text, ErrorKind kind, int maximumDepth)
{
    struct Level {
        bool object;
        bool expectKey;
        QSet<QByteArray> keys;
    };
    std::vector<Level> levels;
    const char *const begin = text.constData();
    const char *const end = begin + text.size();
    for (const char *p = begin; p < end; ++p) {
        switch (*p) {
        case '\0':
            return fail(kind, Tr::tr("The JSON text contains a NUL byte."));
        case '{':
        case '[':
            if (int(levels.size()) >= maximumDepth)
                return fail(kind, Tr::tr("The JSON text is nested too deeply."));
            levels.push_back({*p == '{', *p == '{', {}});
            break;
        case '}':
        case ']':
            if (levels.empty())
                return fail(kind, Tr::tr("The JSON text is not well formed."));
            levels.pop_back();
            break;
        case ',':
            if (!levels.empty())
                levels.back().expectKey = levels.back().object;
            break;
        case '"': {
            const char *const start = p++;
            bool escaped = false;
            while (p < end && *p != '"') {
                if (*p == '\\') {
                    escaped = true;
                    ++p;
                }
                ++p;
            }
            if (p >= end)
                return fail(kind, Tr::tr("The JSON text ends inside a string."));
            if (!levels.empty() && levels.back().expectKey) {
                QByteArray key(start + 1, p - start - 1);
                if (escaped) {
                    const QByteArray wrapped = "[" + QByteArray(start, p - start + 1) + "]";
                    key = QJsonDocument::fromJson(wrapped)[0].toString().toUtf8();
                }
                if (levels.back().keys.contains(key))
                    return fail(
                        kind, Tr::tr("The JSON text has the key \"%1\" twice.").arg(QString::fromUtf8(key)));
                levels.back().keys.insert(key);
                levels.back().expectKey = false;
            }
            break;
        }
        default:
            break;
        }
    }
    return {};
}

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray &text, ErrorKind kind, JsonLimits limits)
{
    if (text.size() > limits.bytes)
        return fail(kind, Tr::tr("The JSON text is larger than allowed."));
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = utf8(text);
    if (utf8.hasError())
        return fail(kind, Tr::tr("The JSON text is not valid UTF-8."));
    MASCLET_TRY(checkStructure(text, kind, limits.depth));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(kind, Tr::tr("The JSON text is not well formed."), {},
                    QStringLiteral("offset %1: %2").arg(problem.offset).arg(problem.errorString()));
    if (!document.isObject())
        return fail(kind, Tr::tr("The JSON text is not an object."));
    return document.object();
}

} // namespace masclet
