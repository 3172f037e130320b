#include "core/repository/SealedJson.h"

#include "core/base/Hash.h"
#include "core/base/Json.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

constexpr qsizetype digits = 64;

QByteArray opening()
{
    return QByteArrayLiteral("\"seal\":\"");
}

/// Where the digits begin, -1 when there is no seal. Inside a string the quotes would be escaped, so the
/// opening can only be a member; our documents have no other of that name.
qsizetype positionOf(const QByteArray &text)
{
    const qsizetype found = text.indexOf(opening());
    const qsizetype at = found + opening().size();
    return found < 0 || at + digits > text.size() ? -1 : at;
}

} // namespace

QByteArray seal(QJsonObject object)
{
    object.insert(QStringLiteral("seal"), QString(digits, QChar(u'0')));
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const QByteArray hash = Sha256::hexOf(text);
    text.replace(positionOf(text), digits, hash);
    return text;
}

Result<QJsonObject> unseal(const QByteArray &text, ErrorKind kind)
{
    MASCLET_TRY_ASSIGN(QJsonObject object, parseJsonObject(text, kind));
    const qsizetype at = positionOf(text);
    const QByteArray written = sealOf(text);
    if (at < 0 || text.indexOf(opening(), at) >= 0 ||
        object.take(QStringLiteral("seal")).toString().toLatin1() != written)
        return fail(kind, Tr::tr("The checksum is missing."));
    QByteArray zeroed = text;
    zeroed.replace(at, digits, QByteArray(digits, '0'));
    if (Sha256::hexOf(zeroed) != written)
        return fail(kind, Tr::tr("The text does not match its checksum: it was changed or damaged."));
    return object;
}

QByteArray sealOf(const QByteArray &text)
{
    const qsizetype at = positionOf(text);
    return at < 0 ? QByteArray() : text.mid(at, digits);
}

} // namespace masclet
