#include "tests/ui/tst_Layout.h"

#include "app/Language.h"
#include "tests/support/TestMain.h"
#include "tests/ui/LayoutCheck.h"
#include "tests/ui/Screens.h"
#include "tests/ui/UiTestMain.h"
#include "ui/models/RowsModel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

using namespace masclet;
using masclet::test::contrast;
using masclet::test::contrastFaults;
using masclet::test::layoutFaults;

namespace
{

QApplication &application()
{
    return *static_cast<QApplication *>(QCoreApplication::instance());
}

/// Until the end of a test.
struct SchemeScope {
    explicit SchemeScope(theme::Scheme scheme) { theme::apply(application(), scheme); }
    ~SchemeScope() { theme::apply(application(), theme::Scheme::Light); }
    SchemeScope(const SchemeScope &) = delete;
    SchemeScope &operator=(const SchemeScope &) = delete;
};

bool isInk(const QImage &picture, int x)
{
    for (int y = 0; y < picture.height() - 2; ++y) { // the head has a line below
        if (qGray(picture.pixel(x, y)) < 110)
            return true;
    }
    return false;
}

/// The first column of pixels with text in it; -1: none.
int inkFrom(const QImage &picture, int from, int to)
{
    for (int x = from; x < to; ++x) {
        if (isInk(picture, x))
            return x;
    }
    return -1;
}

/// The last one after `from`.
int inkTo(const QImage &picture, int from)
{
    for (int x = picture.width() - 1; x >= from; --x) {
        if (isInk(picture, x))
            return x;
    }
    return -1;
}

void addSchemes()
{
    QTest::addColumn<theme::Scheme>("scheme");
    QTest::newRow("light") << theme::Scheme::Light;
    QTest::newRow("dark") << theme::Scheme::Dark;
}

} // namespace

void tst_Layout::initTestCase()
{
    auto cluster = test::TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(test::makeSampleDatabase(*m_cluster));
}

void tst_Layout::cleanupTestCase()
{
    m_cluster.reset();
}

/// The checks themselves: what they are for is found.
void tst_Layout::faultsAreFound()
{
    QWidget window;
    QLabel label(QStringLiteral("A sentence that needs room"), &window);
    QPushButton button(QStringLiteral("A button"), &window);
    button.move(0, 60);
    window.resize(400, 100);
    window.show();
    label.resize(label.sizeHint());
    QCOMPARE(layoutFaults(window), QStringList());
    QCOMPARE(contrastFaults(window), QStringList());
    label.resize(label.width() / 2, label.height());
    QVERIFY(layoutFaults(window).join(u'\n').startsWith(QStringLiteral("cut: QLabel")));
    label.resize(label.sizeHint());
    button.move(10, 2);
    QVERIFY(layoutFaults(window).join(u'\n').startsWith(QStringLiteral("overlap: QLabel")));
    button.move(380, 60);
    QVERIFY(layoutFaults(window).join(u'\n').contains(QStringLiteral("leaves the window")));
    button.hide();
    QPalette pale = label.palette();
    pale.setColor(QPalette::WindowText, QColor(0xc0c4ca));
    label.setPalette(pale);
    QVERIFY(contrastFaults(window).join(u'\n').startsWith(QStringLiteral("contrast: QLabel")));
}

void tst_Layout::headsStandOverTheirCells()
{
    auto *const model =
        new RowsModel({{QStringLiteral("HH")}, {QStringLiteral("HH"), RowsModel::Kind::Number}});
    QTableView *const view = rowsView(model, QStringLiteral("rows"), QStringLiteral("rows"));
    const std::unique_ptr<QTableView> owner(view);
    model->setRows({{{QStringLiteral("HH")}, {QStringLiteral("HH")}}});
    view->resize(400, 120);
    view->show();
    view->horizontalHeader()->setSortIndicatorShown(false);
    QFont same = view->font();
    same.setBold(true);
    view->setFont(same);
    const QImage head = view->horizontalHeader()->viewport()->grab().toImage();
    const QImage cells =
        view->viewport()->grab().toImage().copy(0, 0, view->viewport()->width(), view->rowHeight(0));
    const int border = view->columnViewportPosition(1);
    QCOMPARE(inkFrom(cells, 0, border), inkFrom(head, 0, border));
    QCOMPARE(inkTo(cells, border), inkTo(head, border));
}

void tst_Layout::everyColourOfTextCanBeRead_data()
{
    addSchemes();
}

void tst_Layout::everyColourOfTextCanBeRead()
{
    QFETCH(const theme::Scheme, scheme);
    const SchemeScope scope(scheme);
    const QPalette palette = QApplication::palette();
    const auto readable = [](const QColor &text, const QColor &ground, const char *which) {
        const double is = contrast(text, ground);
        QVERIFY2(is >= 4.5, (QByteArray(which) + ": " + QByteArray::number(is)).constData());
    };
    for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
        const QColor behind = palette.color(ground);
        for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Warn, Tone::Bad, Tone::Unknown, Tone::Busy})
            readable(theme::color(tone, palette), behind, "tone");
        readable(palette.color(QPalette::Text), behind, "text");
        readable(palette.color(QPalette::Link), behind, "link");
        readable(palette.color(QPalette::PlaceholderText), behind, "placeholder");
    }
    readable(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight), "selected");
    readable(theme::color(Tone::OnAccent, palette), palette.color(QPalette::Highlight), "on accent");
    readable(palette.color(QPalette::ButtonText), palette.color(QPalette::Button), "button");
    readable(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase), "tool tip");
}

void tst_Layout::boxesCanBeSeen_data()
{
    addSchemes();
}

/// What can be ticked stands out from what is behind it, 3:1, also before it is.
void tst_Layout::boxesCanBeSeen()
{
    QFETCH(const theme::Scheme, scheme);
    const SchemeScope scope(scheme);
    const auto seen = [](QWidget &widget, const QColor &behind) {
        const QImage picture = widget.grab().toImage();
        double best = 0;
        for (int x = 0; x < qMin(24, picture.width()); ++x)
            best = qMax(best, contrast(picture.pixelColor(x, 10), behind));
        return best;
    };
    QCheckBox tick;
    tick.resize(40, 20);
    QRadioButton choice;
    choice.resize(40, 20);
    QVERIFY(seen(tick, QApplication::palette().color(QPalette::Window)) >= 3);
    QVERIFY(seen(choice, QApplication::palette().color(QPalette::Window)) >= 3);
    QListWidget list;
    auto *const item = new QListWidgetItem(&list);
    item->setCheckState(Qt::Unchecked);
    list.resize(100, 60);
    list.show();
    QVERIFY(seen(*list.viewport(), QApplication::palette().color(QPalette::Base)) >= 3);
}

void tst_Layout::nothingIsCutAndEverythingCanBeRead_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<theme::Scheme>("scheme");
    QTest::newRow("en light") << QStringLiteral("en") << theme::Scheme::Light;
    QTest::newRow("en dark") << QStringLiteral("en") << theme::Scheme::Dark;
    QTest::newRow("es light") << QStringLiteral("es") << theme::Scheme::Light;
    QTest::newRow("es dark") << QStringLiteral("es") << theme::Scheme::Dark;
}

void tst_Layout::nothingIsCutAndEverythingCanBeRead()
{
    QFETCH(const QString, language);
    QFETCH(const theme::Scheme, scheme);
    const SchemeScope scope(scheme);
    const LanguageScope texts(language);
    QStringList faults;
    int screens = 0;
    const test::ScreenVisitor check = [&](const QString &name, QWidget &screen) {
        ++screens;
        if (screen.width() > 1280 || screen.height() > 800)
            faults << name + QStringLiteral(": larger than 1280x800");
        for (const QString &fault : layoutFaults(screen) + contrastFaults(screen))
            faults << name + QStringLiteral(": ") + fault;
    };
    test::visitScreens(check);
    test::visitWork(*m_cluster, check);
    for (const QString &fault : faults)
        qWarning("%s", qPrintable(fault)); // Qt Test cuts long messages
    QCOMPARE(faults.size(), 0);
    QVERIFY(screens > 40);
}
