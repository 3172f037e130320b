#include "ui/support/ErrorPanel.h"

#include "core/base/Text.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr int detailLines = 7;

/// Tools write several lines; each stays one, made harmless.
QString detailText(const Error &error)
{
    QStringList lines;
    for (const QString &what : error.context)
        lines << ErrorPanel::tr("While: %1").arg(oneLine(what));
    for (const QString &line : error.detail.split(QChar(u'\n'), Qt::SkipEmptyParts))
        lines << oneLine(line);
    return lines.join(QChar(u'\n'));
}

} // namespace

QString errorClipboardText(const Error &error)
{
    return QStringList{error.message, error.hint, detailText(error)}.join(QChar(u'\n')).trimmed();
}

ErrorPanel::ErrorPanel(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new ToneLabel)
    , m_message(plainLabel())
    , m_hint(mutedLabel())
    , m_details(new QPlainTextEdit)
    , m_more(new QPushButton(tr("Details")))
    , m_copy(new QPushButton(icon(QStringLiteral("copy")), tr("Copy")))
    , m_action(new QPushButton)
    , m_close(new QPushButton(tr("Close")))
{
    setObjectName(QStringLiteral("card"));
    m_message->setObjectName(QStringLiteral("errorMessage"));
    m_hint->setObjectName(QStringLiteral("errorHint"));
    m_more->setCheckable(true);
    m_more->setObjectName(QStringLiteral("errorMore"));
    m_details->setReadOnly(true);
    m_details->setObjectName(QStringLiteral("errorDetails"));
    m_details->setAccessibleName(tr("Details"));
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setFixedHeight(m_details->fontMetrics().lineSpacing() * detailLines);
    for (QPushButton *button : {m_more, m_copy, m_action, m_close})
        button->setAutoDefault(false);
    m_action->setObjectName(QStringLiteral("errorAction"));
    m_action->hide();
    m_close->hide();

    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(m_action);
    buttons->addWidget(m_more);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_sentence);
    layout->addWidget(m_message);
    layout->addWidget(m_hint);
    layout->addLayout(buttons);
    layout->addWidget(m_details);
    connect(m_more, &QPushButton::toggled, this, &ErrorPanel::showDetails);
    connect(m_action, &QPushButton::clicked, this, &ErrorPanel::pressed);
    connect(m_close, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    clear();
}

void ErrorPanel::showError(const Error &error)
{
    const bool stopped = error.kind == ErrorKind::Stopped;
    m_sentence->show(stopped ? QStringLiteral("square") : QStringLiteral("circle-x"),
                     stopped ? tr("Stopped") : tr("It did not work"), stopped ? Tone::Unknown : Tone::Bad);
    m_message->setText(oneLine(error.message));
    m_hint->setText(oneLine(error.hint));
    m_hint->setVisible(!error.hint.isEmpty());
    const QString details = detailText(error);
    m_details->setPlainText(details);
    m_more->setChecked(false);
    m_more->setVisible(!details.isEmpty());
    showDetails(false);
    disconnect(m_copy, nullptr, this, nullptr);
    connect(m_copy, &QPushButton::clicked, this,
            [error] { QGuiApplication::clipboard()->setText(errorClipboardText(error)); });
    show();
}

void ErrorPanel::clear()
{
    hide();
}

void ErrorPanel::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void ErrorPanel::setClosable()
{
    m_close->show();
}

void ErrorPanel::showDetails(bool shown)
{
    m_details->setVisible(shown);
}

} // namespace masclet
