#pragma once

#include "core/repository/Repository.h"
#include "tests/support/Desk.h"

namespace masclet::test
{

/// What must hold after every fault, whatever it was (section 4.7 of the fault catalogue): made before the
/// fault, asked after it. The next run comes first, as in life: it cleans up what the fault left.
///  I1 each name below the repository belongs to a set that verifies, by us and by stock sha256sum
///  I2 the sets from before are still there and verify
///  I3 no working folder, no process, no server of a sandbox, no temporary file, no session, no database is
///     left
///  I5 the catalog says what the manifests and the journal say
///  I6 no file holds the password that every run was given
///  I7 exit code and recorded result agree; the journal's chain is whole
/// I4 (services) belongs to the procedures, which a backup alone does not have.
class Invariants
{
public:
    Invariants(const Desk &desk, const TempCluster &cluster);

    /// Whether sets from before may be gone: retention ran and was meant to.
    enum class Retention { Off, On };
    void setRetention(Retention retention) { m_retention = retention; }

    /// After a run that ended like this: one line for each thing that does not hold, empty when all is well.
    QByteArray broken(const ProgramOutcome &outcome, const QString &verb = QStringLiteral("backup")) const;
    /// The same after an end that nobody saw.
    QByteArray broken() const;

    /// Given to every run of a desk as the password; no file may hold it.
    static QString password() { return QStringLiteral("Es-cap-Be-3917"); }

private:
    void checkFiles(const Repository &repository, QStringList &lines) const;
    void checkRemains(QStringList &lines) const;
    void checkCatalog(const Repository &repository, QStringList &lines) const;
    void checkSecret(QStringList &lines) const;

    const Desk &m_desk;
    const TempCluster &m_cluster;
    QStringList m_sets;
    QByteArray m_databases;
    Retention m_retention = Retention::Off;
};

} // namespace masclet::test

/// Verifies that no invariant is broken; `lines` is what Invariants::broken() found. Needs <QtTest>.
#define QVERIFY_HOLDS(lines)                                                                                 \
    do {                                                                                                     \
        const QByteArray brokenLines = (lines);                                                              \
        QVERIFY2(brokenLines.isEmpty(), brokenLines.constData());                                            \
    } while (false)
