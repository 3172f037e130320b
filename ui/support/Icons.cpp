#include "ui/support/Icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

// Outside of any namespace, as Qt demands: the icons sit in a static library.
static void loadIcons()
{
    Q_INIT_RESOURCE(masclet_icons);
}

namespace masclet
{

namespace
{

constexpr qreal disabledOpacity = 0.4;

/// Lucide's files draw with `currentColor`, which SVG leaves to the surroundings.
class ToneIcon final : public QIconEngine
{
public:
    ToneIcon(QByteArray svg, Tone tone)
        : m_svg(std::move(svg))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        const QColor color = mode == QIcon::Selected ? palette.color(QPalette::HighlightedText)
                                                     : theme::color(m_tone, palette);
        QSvgRenderer renderer(QByteArray(m_svg).replace("currentColor", color.name().toLatin1()));
        painter->save();
        if (mode == QIcon::Disabled)
            painter->setOpacity(painter->opacity() * disabledOpacity);
        renderer.render(painter, rect);
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new ToneIcon(m_svg, m_tone); }

private:
    QByteArray m_svg;
    Tone m_tone;
};

QByteArray contentOf(const QString &path)
{
    loadIcons();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QIcon icon(const QString &name, Tone tone)
{
    return QIcon(new ToneIcon(contentOf(QStringLiteral(":/icons/%1.svg").arg(name)), tone));
}

QIcon applicationIcon()
{
    return QIcon(new ToneIcon(contentOf(QStringLiteral(":/icons/masclet-backup.svg")), Tone::Neutral));
}

} // namespace masclet
