#include "ui/support/Labels.h"

#include "ui/support/Icons.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>

namespace masclet
{

namespace
{

constexpr qreal titleSize = 1.35;
constexpr qreal largeSize = 1.5;
constexpr qreal mutedSize = 0.92;
constexpr int normalPicture = 16;
constexpr int largePicture = 34;

QFont scaled(QFont font, qreal factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

/// QLabel keeps the colour it was given; this one asks the palette each time.
class MutedLabel final : public QLabel
{
public:
    using QLabel::QLabel;
    void recolor()
    {
        const QColor color = theme::muted(palette());
        if (palette().color(QPalette::WindowText) == color)
            return;
        QPalette own = palette();
        own.setColor(QPalette::WindowText, color);
        setPalette(own);
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            recolor();
    }
};

} // namespace

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *const label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *titleLabel(const QString &text, QWidget *parent)
{
    auto *const label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont font = scaled(label->font(), titleSize);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QLabel *mutedLabel(const QString &text, QWidget *parent)
{
    auto *const label = new MutedLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(scaled(label->font(), mutedSize));
    label->recolor();
    return label;
}

QFrame *card(QWidget *parent)
{
    auto *const frame = new QFrame(parent);
    frame->setObjectName(QStringLiteral("card"));
    return frame;
}

QDialogButtonBox *closeBar(QDialog *dialog)
{
    auto *const bar = new QDialogButtonBox(QDialogButtonBox::Close);
    bar->button(QDialogButtonBox::Close)->setAutoDefault(false);
    QObject::connect(bar, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return bar;
}

QMessageBox *messageBox(QWidget *parent, const QIcon &picture, const QString &text, const QString &more)
{
    constexpr int side = 40;
    auto *const box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    box->setInformativeText(more);
    // The box's own format is not that of what stands below.
    for (QLabel *label : box->findChildren<QLabel *>())
        label->setTextFormat(Qt::PlainText);
    box->setIconPixmap(picture.pixmap(QSize(side, side), parent->devicePixelRatioF()));
    return box;
}

QString plainAmpersands(const QString &text)
{
    return QString(text).replace(u'&', QStringLiteral("&&"));
}

ToneLabel::ToneLabel(Size size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
    , m_picture(new QLabel)
    , m_text(new QLabel)
{
    m_text->setTextFormat(Qt::PlainText);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size == Size::Large ? theme::margin : theme::gap - 2);
    layout->addWidget(m_picture);
    layout->addWidget(m_text, 1);
    if (size == Size::Large) {
        QFont font = scaled(m_text->font(), largeSize);
        font.setWeight(QFont::DemiBold);
        m_text->setFont(font);
    }
}

void ToneLabel::setWraps()
{
    m_text->setWordWrap(true);
    layout()->setAlignment(m_picture, Qt::AlignTop);
}

void ToneLabel::show(const QString &iconName, const QString &text, Tone tone)
{
    m_icon = iconName;
    m_tone = tone;
    m_text->setText(text);
    setAccessibleName(text);
    paintAgain();
}

void ToneLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        paintAgain();
}

void ToneLabel::paintAgain()
{
    const int side = m_size == Size::Large ? largePicture : normalPicture;
    m_picture->setVisible(!m_icon.isEmpty());
    if (!m_icon.isEmpty())
        m_picture->setPixmap(icon(m_icon, m_tone).pixmap(QSize(side, side), devicePixelRatioF()));
    QPalette own = m_text->palette();
    own.setColor(QPalette::WindowText, theme::color(m_tone, palette()));
    m_text->setPalette(own);
}

} // namespace masclet
