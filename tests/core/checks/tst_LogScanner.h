#pragma once

#include <QObject>
#include <QTemporaryDir>

class tst_LogScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void linesWithAnyPatternAreCountedOnce();
    void patternsArePlainTextAndCaseMatters();
    void patternsAreFoundAcrossBlocksAndInEndlessLines_data();
    void patternsAreFoundAcrossBlocksAndInEndlessLines();
    void theNextScanGoesOnWhereThisOneEnded();
    void halfALineWaitsForItsEnd();
    void rotationByRenamingLosesNothing();
    void rotationByCuttingIsSaid();
    void onlyTheNewestPartOfALargeFileIsRead();
    void excerptsAreTheNewestEscapedAndCut();
    void whatCannotBeReadIsAFinding_data();
    void whatCannotBeReadIsAFinding();
    void stopIsObeyed();
    void runLogsAreCountedByLevel();
    void knownLinesAreCountedApart();

private:
    QString pathOf(const char *name) const { return m_temp->filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &text, QIODevice::OpenMode mode = QIODevice::WriteOnly);

    std::unique_ptr<QTemporaryDir> m_temp;
};
