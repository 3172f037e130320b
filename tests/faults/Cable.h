#pragma once

#include "tests/faults/FaultDesk.h"

namespace masclet::test
{

/// A cable (veth pair) between this machine and a network namespace, to be cut. Programs are run at its far
/// end; a server listens at the near one. Needs root and a kernel with network namespaces.
class Cable
{
public:
    Cable();
    ~Cable();
    Cable(const Cable &) = delete;
    Cable &operator=(const Cable &) = delete;

    void cut() const;
    void mend() const;
    /// Script line that cuts it, for programs at the far end.
    QByteArray cutCommand() const;
    /// What a program is run under to be at the far end.
    QStringList farEnd() const;
    /// Addresses of both ends; the network has no others and leads nowhere else.
    static QString nearAddress() { return QStringLiteral("198.51.100.1"); }
    static QString farAddress() { return QStringLiteral("198.51.100.2"); }

private:
    QString nearName() const { return m_name + QStringLiteral("n"); }
    QString farName() const { return m_name + QStringLiteral("f"); }

    QString m_name;
};

} // namespace masclet::test
