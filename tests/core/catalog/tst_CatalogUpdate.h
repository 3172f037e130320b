#pragma once

#include <QObject>

class tst_CatalogUpdate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNewIsTakenIn();
    void whatIsOldIsLeftAsItIs();
    void aRunThatIsEndingIsThereOnce();
    void whereItCannotGoOnItRebuilds_data();
    void whereItCannotGoOnItRebuilds();
    void severalProgramsLoseNothing();
    void aCatalogOfAnOlderVersionIsMadeAnew();
};
