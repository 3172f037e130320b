#pragma once

#include "core/base/Result.h"
#include "core/checks/Status.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace masclet
{

/// What everybody on the machine may know of a profile: no message of a server, a tool or a file is in it, no
/// table and no secret. Plain data.
struct PublicStatus {
    struct Remark {
        StatusLevel level = StatusLevel::Unknown;
        QString key;  ///< as StatusRemark has it
        QString text; ///< translated
    };
    struct LastRun {
        QString verb;
        QString state; ///< "ok", "failed", …
        QString trigger;
        int exitCode = 0;
        QDateTime started;  ///< UTC
        QDateTime finished; ///< UTC
        qint64 durationMs = 0;
        QString setId;
    };

    QString profile;
    QString machine;
    QDateTime written; ///< UTC
    StatusLevel level = StatusLevel::Unknown;
    QList<Remark> remarks; ///< worst first
    QString newestSet;
    QDateTime verified; ///< UTC; start of the newest verified set; invalid: none
    QDateTime proven;   ///< UTC; start of the newest restore-tested set; invalid: none
    qint64 sets = 0;
    qint64 newestBytes = 0; ///< stored, of the newest verified set
    qint64 openAlarms = 0;
    qint64 answeredAlarms = 0; ///< of these somebody looks after so many
    QList<LastRun> runs;       ///< the newest of each verb
};

QByteArray statusJson(const PublicStatus &status);
/// The text format of Prometheus 0.0.4, for the textfile collector of the node exporter.
QByteArray metricsText(const PublicStatus &status);

/// Replaces the file in one step; everybody may read it. Storage.
Result<> writePublicFile(const QString &path, const QByteArray &content);

} // namespace masclet
