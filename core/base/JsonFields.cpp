#include "core/base/JsonFields.h"

#include "core/base/Text.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

} // namespace

QString utcText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

JsonFields::JsonFields(QJsonObject object, QString what, ErrorKind kind)
    : m_object(std::move(object))
    , m_what(std::move(what))
    , m_kind(kind)
{
}

bool JsonFields::has(const char *key) const
{
    return m_object.contains(QLatin1String(key));
}

QJsonValue JsonFields::value(const char *key)
{
    m_asked.insert(QString::fromLatin1(key));
    const QJsonValue found = m_object.value(QLatin1String(key));
    if (found.isUndefined() && !m_problem)
        m_problem =
            Error{m_kind, Tr::tr("%1: \"%2\" is missing.").arg(m_what, QString::fromLatin1(key)), {}, {}, {}};
    return found;
}

void JsonFields::refuse(const char *key)
{
    if (!m_problem)
        m_problem =
            Error{m_kind,
                  Tr::tr("%1: the value of \"%2\" is not allowed.").arg(m_what, QString::fromLatin1(key)),
                  {},
                  {},
                  {}};
}

QString JsonFields::text(const char *key)
{
    const QJsonValue found = value(key);
    if (!found.isString())
        refuse(key);
    return found.toString();
}

QString JsonFields::word(const char *key)
{
    QString found = text(key);
    if (found.isEmpty())
        refuse(key);
    return found;
}

bool JsonFields::flag(const char *key)
{
    const QJsonValue found = value(key);
    if (!found.isBool())
        refuse(key);
    return found.toBool();
}

qint64 JsonFields::integer(const char *key, qint64 minimum, qint64 maximum)
{
    const QJsonValue found = value(key);
    // Two defaults: a fraction or a number too large gives both.
    const qint64 number = found.toInteger(minimum);
    if (!found.isDouble() || number != found.toInteger(maximum) || number < minimum || number > maximum)
        refuse(key);
    return number;
}

std::optional<qint64> JsonFields::optionalInteger(const char *key, qint64 minimum)
{
    if (!has(key))
        return {};
    return integer(key, minimum);
}

QDateTime JsonFields::utc(const char *key)
{
    const QString found = text(key);
    const QDateTime time = QDateTime::fromString(found, Qt::ISODateWithMs);
    if (!time.isValid() || utcText(time) != found)
        refuse(key);
    return time;
}

QDateTime JsonFields::optionalUtc(const char *key)
{
    if (m_object.value(QLatin1String(key)) != QJsonValue(QString()))
        return utc(key);
    m_asked.insert(QString::fromLatin1(key));
    return {};
}

QStringList JsonFields::texts(const char *key)
{
    QStringList list;
    for (const QJsonValue &item : array(key)) {
        if (!item.isString())
            refuse(key);
        list << item.toString();
    }
    return list;
}

QJsonObject JsonFields::object(const char *key)
{
    const QJsonValue found = value(key);
    if (!found.isObject())
        refuse(key);
    return found.toObject();
}

QJsonArray JsonFields::array(const char *key)
{
    const QJsonValue found = value(key);
    if (!found.isArray())
        refuse(key);
    return found.toArray();
}

Result<> JsonFields::finish()
{
    if (m_problem)
        return fail(*m_problem);
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_asked.contains(it.key()))
            return fail(m_kind, Tr::tr("%1: unknown key \"%2\".").arg(m_what, oneLine(it.key(), 100)));
    }
    return {};
}

} // namespace masclet
