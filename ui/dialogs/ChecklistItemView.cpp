#include "ui/dialogs/ChecklistItemView.h"

#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"

#include <QButtonGroup>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace masclet
{

ChecklistItemView::ChecklistItemView(QWidget *parent)
    : QWidget(parent)
    , m_result(new ToneLabel)
    , m_again(new QPushButton(icon(QStringLiteral("refresh-cw")), tr("Check again")))
    , m_finding(titleLabel())
    , m_expected(plainLabel())
    , m_hint(plainLabel())
    , m_evidenceTitle(mutedLabel(tr("To see it yourself, and what was measured:")))
    , m_evidence(new QPlainTextEdit)
    , m_verdicts(new QButtonGroup(this))
    , m_note(new QLineEdit)
    , m_keep(new QPushButton(tr("Keep verdict")))
    , m_given(mutedLabel())
{
    m_finding->setObjectName(QStringLiteral("finding"));
    m_evidence->setObjectName(QStringLiteral("evidence"));
    m_evidence->setReadOnly(true);
    m_again->setObjectName(QStringLiteral("checkOne"));
    m_again->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT checkWanted(m_item); });
    m_evidence->setAccessibleName(tr("Evidence"));
    m_evidence->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, 0, 0, 0);
    layout->setSpacing(theme::gap);
    auto *const head = new QHBoxLayout;
    head->addWidget(m_result, 1);
    head->addWidget(m_again);
    layout->addLayout(head);
    layout->addWidget(m_finding);
    layout->addWidget(m_expected);
    layout->addWidget(m_hint);
    layout->addWidget(m_evidenceTitle);
    layout->addWidget(m_evidence, 1);
    layout->addWidget(makeVerdictRow());
    layout->addWidget(m_given);
}

QWidget *ChecklistItemView::makeVerdictRow()
{
    auto *const rows = new QWidget;
    auto *const both = new QVBoxLayout(rows);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(theme::gap);
    auto *const layout = new QHBoxLayout;
    layout->setSpacing(theme::gap);
    layout->addWidget(new QLabel(tr("Your verdict:")));
    for (const Verdict verdict : {Verdict::Ok, Verdict::NotOk, Verdict::Accepted}) {
        auto *const button = new QRadioButton(titleOf(verdict));
        button->setObjectName(QStringLiteral("verdict-") + nameOf(verdict));
        m_verdicts->addButton(button, int(verdict));
        layout->addWidget(button);
    }
    m_note->setObjectName(QStringLiteral("verdictNote"));
    m_note->setPlaceholderText(tr("Note"));
    m_note->setAccessibleName(tr("Note to the verdict"));
    m_keep->setObjectName(QStringLiteral("keepVerdict"));
    m_keep->setAutoDefault(false);
    m_keep->setEnabled(false);
    layout->addStretch();
    both->addLayout(layout);
    auto *const words = new QHBoxLayout;
    words->setSpacing(theme::gap);
    words->addWidget(m_note, 1);
    words->addWidget(m_keep);
    both->addLayout(words);
    connect(m_verdicts, &QButtonGroup::idToggled, this,
            [this] { m_keep->setEnabled(m_verdicts->checkedId() >= 0); });
    connect(m_keep, &QPushButton::clicked, this, [this] {
        Q_EMIT verdictGiven(m_item, Verdict(m_verdicts->checkedId()), m_note->text().trimmed());
    });
    return rows;
}

void ChecklistItemView::setCanCheck(bool can)
{
    m_again->setVisible(can);
}

void ChecklistItemView::showEntry(const ChecklistDay::Entry &entry, const QString &zone)
{
    const Check &check = entry.check;
    const StateLook look = lookOf(check.result);
    m_item = check.item;
    m_result->show(look.icon, tr("%1: %2").arg(titleOf(check.item), look.word), look.tone);
    m_finding->setText(check.finding);
    m_expected->setText(tr("Expected: %1").arg(check.threshold));
    m_expected->setVisible(!check.threshold.isEmpty());
    const QString open = check.unchecked.isEmpty() ? QString() : QStringLiteral("? ") + check.unchecked;
    const QString hint = QStringList{open, check.hint}.join(QChar(u'\n')).trimmed();
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    QStringList evidence;
    for (const QString &line : check.command.split(QChar(u'\n'), Qt::SkipEmptyParts))
        evidence << QStringLiteral("$ ") + line;
    for (const QString &line : check.figures.split(QChar(u'\n'), Qt::SkipEmptyParts))
        evidence << oneLine(line);
    m_evidence->setPlainText(evidence.join(QChar(u'\n')));
    showVerdict(entry, zone);
}

void ChecklistItemView::showVerdict(const ChecklistDay::Entry &entry, const QString &zone)
{
    m_verdicts->setExclusive(false);
    for (QAbstractButton *button : m_verdicts->buttons())
        button->setChecked(entry.verdict && !entry.verdictOutdated &&
                           m_verdicts->id(button) == int(entry.verdict->verdict));
    m_verdicts->setExclusive(true);
    m_keep->setEnabled(m_verdicts->checkedId() >= 0);
    m_note->setText(entry.verdict ? entry.verdict->note : QString());
    if (!entry.verdict) {
        m_given->setText(tr("Nobody has given a verdict yet."));
        return;
    }
    const QString given = tr("Verdict of %1, %2: %3")
                              .arg(oneLine(entry.verdict->name), whenText(entry.verdict->time, zone),
                                   titleOf(entry.verdict->verdict));
    m_given->setText(entry.verdictOutdated ? given + QChar(u' ') + tr("The result has changed since then.")
                                           : given);
}

} // namespace masclet
