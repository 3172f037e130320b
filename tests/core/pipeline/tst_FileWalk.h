#pragma once

#include "core/pipeline/FileWalk.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class tst_FileWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theOrderIsFixed();
    void pathsInsideOthersComeOnce();
    void linksAreToldAndNotFollowed();
    void aPathThatIsALinkLeadsToItsTarget();
    void patternsLeaveOut_data();
    void patternsLeaveOut();
    void theRepositoryIsNeverEntered_data();
    void theRepositoryIsNeverEntered();
    void aMissingPathIsNoted();
    void unreadableFoldersAreNoted();
    void socketsAndPipesAreNoted();
    void otherMountsAreNotEnteredButMayBeNamed();
    void deepTreesEndSomewhere();
    void stopEndsIt();

private:
    QString path(const QString &name) const { return m_root + u'/' + name; }
    void write(const QString &name) const;
    /// What was visited below the temporary folder, as "d name", "f name" and "l name".
    QStringList walked(const masclet::FileSelection &selection);
    bool noted(masclet::FileNote::Type type, const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root; ///< without links in it
    QList<masclet::FileNote> m_notes;
};
