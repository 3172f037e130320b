#pragma once

#include "core/base/Directory.h"
#include "core/pipeline/Stage.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>

namespace masclet
{

/// To whom what is stored is encrypted; to nobody when there are no keys.
struct Encryption {
    QString program; ///< absolute path of age
    QStringList recipients;
};

/// What lies on the disk, and what it was before it was encrypted.
struct StoredFigures {
    qint64 storedSize = 0;
    QByteArray storedSha256;
    struct Packed {
        qint64 size = 0;
        QByteArray sha256;
    };
    std::optional<Packed> packed; ///< of encrypted files
};

/// The end of every pipeline: [tap -> encryption ->] tap -> file. Nothing in plain text is written where
/// there are recipients. Without finish() of its entry the file is gone.
class StoredFile
{
public:
    static Result<std::unique_ptr<StoredFile>> create(const Directory &directory, const QByteArray &name,
                                                      const Encryption &encryption, std::stop_token stop);
    /// The same without a file: what comes is encrypted, counted and thrown away.
    static Result<std::unique_ptr<StoredFile>> nowhere(const Encryption &encryption, std::stop_token stop);
    virtual ~StoredFile() = default;
    virtual Stage &entry() = 0;
    /// Valid after the entry was finished.
    virtual StoredFigures figures() const = 0;
};

} // namespace masclet
