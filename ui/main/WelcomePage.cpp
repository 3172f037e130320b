#include "ui/main/WelcomePage.h"

#include "ui/support/Icons.h"
#include "ui/support/Labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr int columnWidth = 720;
constexpr int welcomePicture = 72;

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
{
    auto *const picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(QSize(welcomePicture, welcomePicture), devicePixelRatioF()));
    auto *const button = new QPushButton(icon(QStringLiteral("plus"), Tone::OnAccent), tr("Make a profile…"));
    button->setObjectName(QStringLiteral("firstProfile"));
    button->setDefault(true);
    connect(button, &QPushButton::clicked, this, &WelcomePage::newProfileWanted);

    auto *const box = card();
    box->setFixedWidth(columnWidth);
    auto *const column = new QVBoxLayout(box);
    column->setContentsMargins(2 * theme::margin, 2 * theme::margin, 2 * theme::margin, 2 * theme::margin);
    column->setSpacing(theme::margin);
    column->addWidget(picture);
    column->addWidget(titleLabel(tr("Backups that are proven to restore")));
    column->addWidget(plainLabel(tr("A profile names a database, where its backups go, and when.")));
    const std::pair<const char *, QString> promises[] = {
        {"database", tr("Each set is dumped in one snapshot, counted, and read back whole.")},
        {"flask-conical", tr("A restore test loads it into a scratch database and compares every table.")},
        {"shield-check", tr("Only then it counts, and the newest proven one is never deleted.")}};
    for (const auto &[name, text] : promises) {
        auto *const line = new ToneLabel;
        line->show(QString::fromLatin1(name), text, Tone::Neutral);
        column->addWidget(line);
    }
    column->addWidget(button, 0, Qt::AlignLeft);
    auto *const layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(box, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

} // namespace masclet
