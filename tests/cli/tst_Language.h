#pragma once

#include <QObject>

class tst_Language : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chosenByFlagThenEnvironment_data();
    void chosenByFlagThenEnvironment();
    void theSpanishCatalogueIsCompiledIn();
    void englishHasItsPlurals();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void afterwardsTheLanguageIsAsBefore();
};
