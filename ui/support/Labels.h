#pragma once

#include "ui/support/Theme.h"

#include <QFrame>
#include <QLabel>
#include <QPointer>

class QDialog;
class QDialogButtonBox;
class QMessageBox;

namespace masclet
{

// Small widgets that every screen uses. All show plain text: it may come from servers, tools and files.

/// A label of plain text that can be selected and wraps.
QLabel *plainLabel(const QString &text = {}, QWidget *parent = nullptr);
/// The title of a page or dialog.
QLabel *titleLabel(const QString &text = {}, QWidget *parent = nullptr);
/// Quieter, smaller text; it follows the palette.
QLabel *mutedLabel(const QString &text = {}, QWidget *parent = nullptr);
/// A frame with a border and room inside.
QFrame *card(QWidget *parent = nullptr);
/// "Close" at the bottom of a dialog; Enter in one of its fields does not press it.
QDialogButtonBox *closeBar(QDialog *dialog);
/// A question or message, not shown yet, that goes when it is closed; `more` stands below. With a picture of
/// ours: those of a style may be from another age.
QMessageBox *messageBox(QWidget *parent, const QIcon &picture, const QString &text, const QString &more = {});
/// Foreign text within the text of a button or of a label with a buddy: an ampersand stays one.
QString plainAmpersands(const QString &text);

/// Text with an icon in the colour of a tone; it follows the palette.
class ToneLabel : public QWidget
{
    Q_OBJECT

public:
    enum class Size { Normal, Large };
    explicit ToneLabel(Size size = Size::Normal, QWidget *parent = nullptr);
    void show(const QString &iconName, const QString &text, Tone tone);
    QString text() const { return m_text->text(); }
    /// For whole sentences: the text takes the lines it needs.
    void setWraps();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintAgain();

    Size m_size;
    QLabel *m_picture;
    QLabel *m_text;
    QString m_icon;
    Tone m_tone = Tone::Neutral;
};

} // namespace masclet
