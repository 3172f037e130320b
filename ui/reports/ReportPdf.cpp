#include "ui/reports/ReportPdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <cmath>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ReportPdf)
};

constexpr int resolution = 300;
constexpr qreal pixel = resolution / 96.0;       ///< what a distance of 1 is on paper
constexpr QMarginsF pageMargins{18, 16, 18, 12}; // millimetres
constexpr qreal textSize = 9;                    // points
constexpr qreal smallSize = 7.5;
constexpr qreal titlePoints = 19;
constexpr qreal headingSize = 12;
constexpr int isHeading = 1; ///< state of a block
constexpr qreal verdictSize = 13;
constexpr qreal footLines = 3; ///< lines of small text that a page keeps for its foot

constexpr qreal belowTable = 8; ///< the next block's own distance is not kept behind a table

/// Builds the text by cursor, so that nothing is ever parsed.
class Writer
{
public:
    explicit Writer(QTextDocument &document)
        : m_cursor(&document)
        , m_palette(Qt::white)
    {
        m_text.setFont(document.defaultFont());
        m_text.setForeground(QColor(0xff1c2430));
    }

    void write(const Report &report);

private:
    QTextCharFormat sized(qreal points, QFont::Weight weight = QFont::Normal) const;
    QTextCharFormat muted(qreal points) const;
    QTextCharFormat toned(qreal points, Tone tone) const;
    QTextCharFormat fixed(qreal points) const;

    /// A paragraph; the first one uses the block that is there.
    void block(const QString &text, const QTextCharFormat &format, qreal above = 0, qreal below = 0);
    void facts(const QList<Report::Fact> &facts);
    void table(const Report::Table &table);
    void section(const Report::Section &section);
    void signature(const QString &text);
    void cell(QTextTable &table, int row, int column, const QString &text, const QTextCharFormat &format,
              Qt::Alignment align = Qt::AlignLeft);
    void leave(QTextTable &table);

    QTextCursor m_cursor;
    QPalette m_palette;
    QTextCharFormat m_text;
    bool m_first = true;
};

QTextCharFormat Writer::sized(qreal points, QFont::Weight weight) const
{
    QTextCharFormat format = m_text;
    format.setFontPointSize(points);
    format.setFontWeight(weight);
    return format;
}

QTextCharFormat Writer::muted(qreal points) const
{
    QTextCharFormat format = sized(points);
    format.setForeground(theme::muted(m_palette));
    return format;
}

QTextCharFormat Writer::toned(qreal points, Tone tone) const
{
    QTextCharFormat format = sized(points, QFont::DemiBold);
    if (tone != Tone::Neutral)
        format.setForeground(theme::color(tone, m_palette));
    return format;
}

QTextCharFormat Writer::fixed(qreal points) const
{
    QTextCharFormat format = sized(points);
    format.setFontFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    format.setFontFixedPitch(true);
    return format;
}

void Writer::block(const QString &text, const QTextCharFormat &format, qreal above, qreal below)
{
    QTextBlockFormat place;
    place.setTopMargin(above * pixel);
    place.setBottomMargin(below * pixel);
    if (m_first)
        m_cursor.setBlockFormat(place);
    else
        m_cursor.insertBlock(place);
    m_first = false;
    m_cursor.insertText(text, format);
}

void Writer::cell(QTextTable &table, int row, int column, const QString &text, const QTextCharFormat &format,
                  Qt::Alignment align)
{
    QTextCursor inside = table.cellAt(row, column).firstCursorPosition();
    QTextBlockFormat place;
    place.setAlignment(align);
    inside.setBlockFormat(place);
    inside.insertText(text, format);
}

/// Behind the table, in the block that Qt keeps there.
void Writer::leave(QTextTable &table)
{
    m_cursor = table.lastCursorPosition();
    m_cursor.movePosition(QTextCursor::NextBlock);
    m_first = true;
}

void Writer::facts(const QList<Report::Fact> &facts)
{
    if (facts.isEmpty())
        return;
    block({}, sized(1));
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(2);
    format.setBottomMargin(belowTable * pixel);
    format.setCellSpacing(0);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::PercentageLength, 24), QTextLength(QTextLength::PercentageLength, 76)});
    QTextTable &table = *m_cursor.insertTable(int(facts.size()), 2, format);
    for (int row = 0; row < facts.size(); ++row) {
        cell(table, row, 0, facts[row].label, muted(textSize));
        cell(table, row, 1, facts[row].value, sized(textSize));
    }
    leave(table);
}

void Writer::table(const Report::Table &source)
{
    block({}, sized(1));
    int shares = 0;
    for (const Report::Table::Column &column : source.columns)
        shares += column.share;
    QList<QTextLength> widths;
    for (const Report::Table::Column &column : source.columns)
        widths << QTextLength(QTextLength::PercentageLength, 100.0 * column.share / shares);
    QTextTableFormat format;
    format.setHeaderRowCount(1);
    format.setBorder(0.5);
    format.setBorderCollapse(true);
    format.setBorderBrush(QColor(0xffd5dae1));
    format.setCellPadding(3);
    format.setBottomMargin(belowTable * pixel);
    format.setCellSpacing(0);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(widths);
    QTextTable &table =
        *m_cursor.insertTable(int(source.rows.size()) + 1, int(source.columns.size()), format);
    for (int column = 0; column < source.columns.size(); ++column) {
        const Report::Table::Column &about = source.columns[column];
        const Qt::Alignment align =
            about.align == Report::Table::Column::Align::Right ? Qt::AlignRight : Qt::AlignLeft;
        QTextCharFormat ground = table.cellAt(0, column).format();
        ground.setBackground(QColor(0xffeef1f5));
        table.cellAt(0, column).setFormat(ground);
        cell(table, 0, column, about.title, sized(smallSize + 0.5, QFont::DemiBold), align);
        const QTextCharFormat text =
            about.type == Report::Table::Column::Type::Fixed ? fixed(smallSize - 1) : sized(smallSize + 0.5);
        for (int row = 0; row < source.rows.size(); ++row)
            cell(table, row + 1, column, source.rows[row].value(column), text, align);
    }
    leave(table);
}

void Writer::section(const Report::Section &section)
{
    block(section.title, sized(headingSize, QFont::DemiBold), 10, 2);
    m_cursor.block().setUserState(isHeading);
    if (section.verdict)
        m_cursor.insertText(QStringLiteral("   ") + section.verdict->word,
                            toned(headingSize, section.verdict->tone));
    for (const QString &paragraph : section.paragraphs)
        block(paragraph, sized(textSize), 0, 1);
    facts(section.facts);
    if (section.table)
        table(*section.table);
    for (const QString &line : section.commands.split(QChar(u'\n'), Qt::SkipEmptyParts))
        block(line, fixed(smallSize), 1, 0);
    for (const QString &remark : section.remarks)
        block(QStringLiteral("•  ") + remark, sized(textSize), 2, 0);
}

void Writer::signature(const QString &text)
{
    block(QString(44, QChar(u'_')), muted(textSize), 36, 0);
    block(text, muted(smallSize), 2, 0);
}

void Writer::write(const Report &report)
{
    block(report.title, sized(titlePoints, QFont::Bold), 0, 2);
    block(report.about, muted(textSize + 1), 0, 5);
    if (report.verdict)
        block(report.verdict->word, toned(verdictSize, report.verdict->tone), 0, 3);
    facts(report.facts);
    for (const Report::Section &one : report.sections)
        section(one);
    if (!report.signature.isEmpty())
        signature(report.signature);
}

/// A heading goes on to the page of what it stands above: Qt has no such rule.
void keepHeadingsWithTheirText(QTextDocument &document)
{
    constexpr qreal linesBelow =
        3; // of the heading's own height: a line of text, or a table's head and a row
    const qreal height = document.pageSize().height();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.userState() != isHeading)
            continue;
        const QRectF place = document.documentLayout()->blockBoundingRect(block);
        const qreal pageEnd = (std::floor(place.top() / height) + 1) * height;
        if (place.bottom() + linesBelow * place.height() <= pageEnd)
            continue;
        QTextBlockFormat format = block.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(block).setBlockFormat(format);
        document.markContentsDirty(block.position(), document.characterCount() - block.position());
    }
}

void paintPages(const Report &report, QTextDocument &document, QPdfWriter &writer)
{
    QPainter painter(&writer);
    QFont font = document.defaultFont();
    font.setPointSizeF(smallSize);
    const QFontMetricsF metrics(font, &writer);
    const QSizeF paper(writer.width(), writer.height());
    const QSizeF page(paper.width(), paper.height() - metrics.lineSpacing() * footLines);
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize(page);
    keepHeadingsWithTheirText(document);
    const int pages = document.pageCount();
    for (int number = 0; number < pages; ++number) {
        if (number > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -number * page.height());
        document.drawContents(&painter, QRectF(QPointF(0, number * page.height()), page));
        painter.restore();
        painter.setFont(font);
        painter.setPen(theme::muted(QPalette(Qt::white)));
        const QRectF foot(0, paper.height() - metrics.lineSpacing(), paper.width(), metrics.lineSpacing());
        const QString count = Tr::tr("Page %1 of %2").arg(number + 1).arg(pages);
        const qreal room = paper.width() - metrics.horizontalAdvance(count) * 1.2;
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(report.origin, Qt::ElideMiddle, room));
        painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, count);
    }
}

} // namespace

QByteArray reportPdf(const Report &report)
{
    QTextDocument document;
    QFont font = QGuiApplication::font();
    font.setPointSizeF(textSize);
    document.setDefaultFont(font);
    document.setDocumentMargin(0);
    document.setUndoRedoEnabled(false);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document.setDefaultTextOption(wrapping);
    Writer(document).write(report);

    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(pageMargins, QPageLayout::Millimeter);
    writer.setTitle(report.title);
    writer.setCreator(report.origin);
    paintPages(report, document, writer);
    return pdf;
}

} // namespace masclet
