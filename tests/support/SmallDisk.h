#pragma once

#include <QString>

namespace masclet::test
{

/// A small file system of its own below a folder of a desk, which keeps what was in it. Needs root.
class SmallDisk
{
public:
    enum class Mode { ReadOnly, Writable };

    /// `options` are tmpfs's ("size=40m", "nr_inodes=20").
    SmallDisk(const QString &folder, const char *options);
    /// Detaches it, as when somebody pulls the disk; the folder below is empty.
    void unmount();
    ~SmallDisk() { unmount(); }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    void remount(Mode mode) const;
    /// Fills it up until so many bytes are free.
    void fill(qint64 leave) const;
    void emptyAgain() const;
    /// Script line that does the same as fill().
    QByteArray fillCommand(qint64 leave) const;

private:
    QString filler() const { return m_folder + QStringLiteral("/filler"); }

    QString m_folder;
    bool m_mounted = false;
};

} // namespace masclet::test
