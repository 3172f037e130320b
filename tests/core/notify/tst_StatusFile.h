#pragma once

#include <QObject>

class tst_StatusFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metricsAreInTheTextFormatOfPrometheus();
    void theDocumentSaysTheSame();
    void everybodyMayReadItAndNobodySeesHalfOfIt();
};
