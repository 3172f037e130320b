#pragma once

#include "tests/faults/FaultDesk.h"

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

/// A disk that stops answering, as a network share does whose server went away: an ext4 in a file, frozen.
/// Whoever writes there then can be neither stopped nor killed until it thaws. Needs root.
class SilentDisk
{
public:
    explicit SilentDisk(const QString &folder);
    ~SilentDisk();
    SilentDisk(const SilentDisk &) = delete;
    SilentDisk &operator=(const SilentDisk &) = delete;

    /// Script line that freezes it.
    QByteArray freezeCommand() const;
    void thaw();

private:
    QString m_folder;
    QString m_image;
    bool m_thawed = false;
};

} // namespace masclet::test
