#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <optional>

namespace masclet
{

/// Reads the members of one JSON object strictly: a getter remembers a missing key or a wrong type, finish()
/// hands out the first problem and refuses keys nobody asked for. So a parser reads as the list of its keys:
///     JsonFields fields(object, Tr::tr("plan"), ErrorKind::Verification);
///     plan.setId = fields.word("setId");
///     MASCLET_TRY(fields.finish());
/// A value on the stack; one thread.
class JsonFields
{
public:
    /// Beyond this a JSON number is not exact for every reader.
    static constexpr qint64 maximumInteger = 9'007'199'254'740'992;

    /// `what` names the document in messages ("manifest").
    JsonFields(QJsonObject object, QString what, ErrorKind kind);

    bool has(const char *key) const;
    QString text(const char *key);
    /// Text that is not empty.
    QString word(const char *key);
    bool flag(const char *key);
    qint64 integer(const char *key, qint64 minimum = 0, qint64 maximum = maximumInteger);
    /// A key that may be left out.
    std::optional<qint64> optionalInteger(const char *key, qint64 minimum = 0);
    /// "2025-02-18T01:00:07.123Z"; nothing else.
    QDateTime utc(const char *key);
    /// As utc(), or an empty text for "none".
    QDateTime optionalUtc(const char *key);
    QStringList texts(const char *key);
    QJsonObject object(const char *key);
    QJsonArray array(const char *key);
    QJsonValue value(const char *key);

    /// Remembers a problem the caller found with a key's value.
    void refuse(const char *key);
    Result<> finish();

private:
    QJsonObject m_object;
    QString m_what;
    ErrorKind m_kind;
    QSet<QString> m_asked;
    std::optional<Error> m_problem;
};

/// The one form of a time in our JSON: what JsonFields::utc() reads. Empty for an invalid time.
QString utcText(const QDateTime &time);

} // namespace masclet
