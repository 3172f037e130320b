#pragma once

#include <QObject>

class tst_OptionsForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOptionHasAnEditorThatKeepsItsDefault();
    void everyEditorIsNamedForTestsAndScreenReaders();
    void aWrongValueIsToldInTheWordsOfCore();
    void whatIsTypedIsGivenAndTheRestIsLeftOut();
    void backToTheDefaultTakesTheValueOutOfTheProfile();
    void kindsAreChosenByTheKeyboard();
    void choicesAreReadInTheLanguage();
    void theFirstWrongValueIsNamed();
};
