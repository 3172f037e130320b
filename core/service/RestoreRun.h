#pragma once

#include "core/service/RestoreLook.h"
#include "core/service/RunScope.h"

namespace masclet
{

/// One restore inside its run and procedure.
class RestoreRun
{
public:
    /// `safetySet` is the backup that was made of the database that will give way; empty: none.
    RestoreRun(RunScope &run, const RestoreRequest &request, Procedure &procedure, const QString &safetySet)
        : m_run(run)
        , m_request(request)
        , m_procedure(procedure)
    {
        m_report.safetySet = safetySet;
    }
    Result<RestoreReport> go();

private:
    Result<BesideOrder> orderOf(const Manifest &manifest);
    Result<> give(const QByteArray &copy, const QByteArray &comment);
    Result<> swap(const QByteArray &copy, const QByteArray &comment);
    Result<> checkSafety() const;
    Result<> checkIdentity(Connection &admin);
    struct NamedDatabase {
        QByteArray name;
        quint32 oid = 0;
    };
    Result<> rename(Connection &admin, const QList<DatabaseRename> &renames, const NamedDatabase &sign,
                    const QString &unknown);
    Result<bool> wasRenamed(qint64 lostSession, const NamedDatabase &sign) const;
    Result<> checkHealth();
    Error swapBack(const Error &why, const KeptDatabase &old);
    Result<> giveBack(Connection &admin, const KeptDatabase &old, const QByteArray &undone);
    void noteFailure(const Result<> &written);
    bool replaces() const { return m_looked.gate.target.has_value(); }
    JobContext &job() { return m_run.job(); }

    RunScope &m_run;
    const RestoreRequest &m_request;
    Procedure &m_procedure;
    Looked m_looked;
    RestoreReport m_report;
    bool m_swapped = false; ///< the copy has, or had, the target's name
};

} // namespace masclet
