#pragma once

#include <QObject>

/// Looking into dumps, and choosing one made elsewhere in the restore wizard.
class tst_Preview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesRowsAndStructureAreShown();
    void foreignTextIsShownAsItStands();
    void aFileThatIsNoDumpIsTold();
    void theWizardWantsAFileThatIsThereAndSomebodysWord();
    void anotherFileNeedsAnotherWord();
    void aDumpMadeElsewhereGoesBesideOnly();
};
