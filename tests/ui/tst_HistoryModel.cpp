#include "tests/ui/tst_HistoryModel.h"

#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"
#include "ui/main/HistoryView.h"
#include "ui/models/CatalogReader.h"
#include "ui/models/HistoryModel.h"
#include "ui/models/HistoryText.h"
#include "ui/support/StateLook.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>
#include <QTemporaryDir>

using namespace masclet;

namespace
{

struct FilledCatalog {
    QTemporaryDir folder;
    test::FakeClock clock{QDateTime(QDate(2025, 2, 18), QTime(1, 0), Qt::UTC)};
    QString path = folder.filePath(QStringLiteral("catalog.sqlite"));

    RunRecord run(int number) const
    {
        RunRecord run;
        run.id = QStringLiteral("20250218T010007Z-%1").arg(number, 6, 16, QChar(u'0'));
        run.verb = QStringLiteral("backup");
        run.profileId = QStringLiteral("p1");
        run.state = RunState::Failed;
        run.started = clock.now().addSecs(number);
        run.message = QStringLiteral("<b>no</b> & such");
        return run;
    }
    /// In one transaction, or it would take minutes.
    void fill(int count) const
    {
        QVERIFY_RESULT(Catalog::open(path, clock));
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("fill"));
            raw.setDatabaseName(path);
            QVERIFY(raw.open() && raw.transaction());
            QSqlQuery insert(raw);
            QVERIFY(insert.prepare(QStringLiteral("INSERT INTO runs VALUES ('r', ?, 'p1', ?, 'failed', ?)")));
            for (int number = 0; number < count; ++number) {
                const RunRecord record = run(number);
                insert.addBindValue(record.id);
                insert.addBindValue(record.started.toString(Qt::ISODateWithMs));
                insert.addBindValue(
                    QString::fromUtf8(QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact)));
                QVERIFY(insert.exec());
            }
            QVERIFY(raw.commit());
        }
        QSqlDatabase::removeDatabase(QStringLiteral("fill"));
    }
    static HistoryQuery query()
    {
        HistoryQuery query;
        query.repositoryId = QStringLiteral("r");
        query.profileId = QStringLiteral("p1");
        return query;
    }
};

QString textAt(const HistoryModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

void tst_HistoryModel::rowsComePageByPage()
{
    FilledCatalog history;
    history.fill(250);
    CatalogReader reader(history.path);
    HistoryModel model(reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery(FilledCatalog::query());
    QTRY_COMPARE(model.rowCount(), 250);
    QCOMPARE(model.keyAt(0).id, history.run(249).id);
    QCOMPARE(textAt(model, 249, HistoryModel::State), QString()); // not fetched yet
    QTRY_COMPARE(textAt(model, 249, HistoryModel::State), QStringLiteral("failed"));
    QCOMPARE(textAt(model, 249, HistoryModel::Reason), QStringLiteral("<b>no</b> & such"));
    QVERIFY(!model.index(249, HistoryModel::Reason).data(Qt::ToolTipRole).toString().contains(u'<'));
}

void tst_HistoryModel::aHundredThousandRowsAreThereAtOnceAndPagesOnDemand()
{
    FilledCatalog history;
    history.fill(100'000);
    CatalogReader reader(history.path);
    HistoryModel model(reader);
    int first = 0;
    QObject::connect(&model, &QAbstractItemModel::modelReset, &model, [&] { first = model.rowCount(); });
    model.setQuery(FilledCatalog::query());
    QTRY_VERIFY(first > 0); // the first rows do not wait for the rest
    QVERIFY(first < 100'000);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 100'000, 60'000);
    for (const int row : {0, 50'000, 99'999}) {
        textAt(model, row, HistoryModel::State);
        QTRY_COMPARE(textAt(model, row, HistoryModel::State), QStringLiteral("failed"));
        QCOMPARE(model.keyAt(row).id, history.run(99'999 - row).id);
    }
}

void tst_HistoryModel::newRowsKeepTheSelection()
{
    FilledCatalog history;
    history.fill(20);
    CatalogReader reader(history.path);
    HistoryView view(reader);
    view.show();
    view.showProfile(QStringLiteral("r"), QStringLiteral("p1"), QStringLiteral("shop"), {});
    QTRY_COMPARE(view.model().rowCount(), 20);
    view.select({history.run(5).id, false});
    QCOMPARE(view.selected().id, history.run(5).id);
    {
        Result<Catalog> catalog = Catalog::open(history.path, history.clock);
        QVERIFY_RESULT(catalog);
        QVERIFY_RESULT(catalog->put(QStringLiteral("r"), history.run(20)));
    }
    view.refresh();
    QTRY_COMPARE(view.model().rowCount(), 21);
    QCOMPARE(view.selected().id, history.run(5).id);
    // Filters take rows away, and the newest that is left is selected.
    view.findChild<QComboBox *>(QStringLiteral("historyShow"))->setCurrentIndex(1);
    QTRY_COMPARE(view.model().rowCount(), 0);
}

void tst_HistoryModel::withoutACatalogTheFailureIsTold()
{
    const QTemporaryDir folder;
    CatalogReader reader(folder.filePath(QStringLiteral("none.sqlite")));
    HistoryModel model(reader);
    QSignalSpy failed(&model, &HistoryModel::failed);
    model.setQuery(FilledCatalog::query());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(model.rowCount(), 0);
}

void tst_HistoryModel::everyKindOfRunHasAName()
{
    for (const char *verb : {"backup", "verify", "restore-test", "restore", "restore-undo", "restore-file",
                             "drop-kept", "retention"})
        QVERIFY2(verbText(QString::fromLatin1(verb)) != QString::fromLatin1(verb), verb);
    QCOMPARE(verbText(QStringLiteral("of-a-later-version")), QStringLiteral("of-a-later-version"));
}

void tst_HistoryModel::aChangeIsToldInWholePercent_data()
{
    QTest::addColumn<double>("change");
    QTest::addColumn<QString>("text");
    QTest::newRow("more") << 12.4 << QStringLiteral("+12 %");
    QTest::newRow("less") << -12.4 << QStringLiteral("-12 %");
    QTest::newRow("hardly more") << 0.3 << QStringLiteral("0 %");
    QTest::newRow("hardly less") << -0.3 << QStringLiteral("0 %");
}

void tst_HistoryModel::aChangeIsToldInWholePercent()
{
    QFETCH(double, change);
    HistoryEntry entry;
    entry.set.emplace();
    entry.change = change;
    QTEST(historyText(entry, HistoryModel::Change, {}), "text");
}
