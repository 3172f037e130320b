#pragma once

#include <QObject>

class tst_Pages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsReachedByTabAndHasAName();
    void foreignNamesAreShownAsTheyStand();
    void questionsShowForeignNamesAsTheyStand();
    void aLargeFontHidesNothing();
    void escapeClosesAndChangesNothing_data();
    void escapeClosesAndChangesNothing();
    void enterInAFieldDestroysNothing_data();
    void enterInAFieldDestroysNothing();
};
