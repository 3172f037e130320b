#include "ui/dialogs/RetentionDialog.h"

#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/models/RowsModel.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr QSize retentionSize(1180, 640);

QString reasonsText(const QList<RetentionReason> &reasons)
{
    QStringList texts;
    for (const RetentionReason &reason : reasons)
        texts << reason.text;
    return oneLine(texts.join(QChar(u' ')));
}

QString rulesText(const Profile::Retention &rules)
{
    QStringList parts{RetentionDialog::tr("the newest %n verified set(s)", nullptr, int(rules.keepLast))};
    const auto add = [&](qint64 count, const QString &text) {
        if (count > 0)
            parts << text;
    };
    add(rules.keepDaily, RetentionDialog::tr("one of each of %n day(s)", nullptr, int(rules.keepDaily)));
    add(rules.keepWeekly, RetentionDialog::tr("one of each of %n week(s)", nullptr, int(rules.keepWeekly)));
    add(rules.keepMonthly,
        RetentionDialog::tr("one of each of %n month(s)", nullptr, int(rules.keepMonthly)));
    add(rules.keepYearly, RetentionDialog::tr("one of each of %n year(s)", nullptr, int(rules.keepYearly)));
    return RetentionDialog::tr(
               "Kept by the rules: %1; always the newest restore-tested one, and pinned ones.")
        .arg(parts.join(QStringLiteral(", ")));
}

/// Retention did its work, but not all of it as shown.
Error warningsOf(const RunRecord &run)
{
    return {ErrorKind::AfterBackup,
            RetentionDialog::tr("Retention ended with %n warning(s).", nullptr, int(run.warnings.size())),
            oneLine(run.warnings.first()),
            run.warnings.join(QChar(u'\n')),
            {}};
}

} // namespace

RetentionDialog::RetentionDialog(const UiContext &context, Profile profile, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_summary(new ToneLabel(ToneLabel::Size::Large))
    , m_rules(mutedLabel(rulesText(m_profile.retention)))
    , m_holds(plainLabel())
    , m_error(new ErrorPanel)
    , m_rows(new RowsModel({{tr("Set")},
                            {tr("Started")},
                            {tr("Stored"), RowsModel::Kind::Number},
                            {tr("State")},
                            {tr("Decision")},
                            {tr("Why")}}))
    , m_table(rowsView(m_rows, QStringLiteral("retentionSets"), tr("Sets and what becomes of them")))
    , m_name(new QLineEdit)
    , m_apply(new QPushButton(icon(QStringLiteral("trash-2")), tr("Delete what is shown")))
{
    m_confirmation = makeConfirmation();
    setWindowTitle(tr("Retention of %1").arg(m_profile.name));
    resize(retentionSize);
    m_holds->hide();
    auto *const buttons = closeBar(this);
    buttons->addButton(copyCommandButton(this,
                                         [this] {
                                             return commandTwin(QStringLiteral("retention"), m_profile,
                                                                {QStringLiteral("--apply")});
                                         }),
                       QDialogButtonBox::ActionRole);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_summary);
    layout->addWidget(m_rules);
    layout->addWidget(m_holds);
    layout->addWidget(m_error);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_confirmation);
    layout->addWidget(buttons);
    decide();
}

QWidget *RetentionDialog::makeConfirmation()
{
    auto *const bar = card();
    auto *const layout = new QHBoxLayout(bar);
    m_name->setObjectName(QStringLiteral("retentionName"));
    m_name->setPlaceholderText(m_profile.connection.dbname);
    m_apply->setObjectName(QStringLiteral("retentionApply"));
    m_apply->setAutoDefault(false);
    auto *const label = new QLabel(tr("Type the database's name, %1, to delete:")
                                       .arg(plainAmpersands(oneLine(m_profile.connection.dbname, 80))));
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_name);
    layout->addWidget(label);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_apply);
    connect(m_name, &QLineEdit::textChanged, this, &RetentionDialog::updateApply);
    connect(m_apply, &QPushButton::clicked, this, &RetentionDialog::apply);
    return bar;
}

void RetentionDialog::decide()
{
    m_summary->show(QStringLiteral("loader"), tr("Looking…"), Tone::Unknown);
    m_confirmation->hide();
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile](JobContext &) {
            return RetentionService(services).decide(profile);
        },
        [this](const Result<RetentionDecision> &decision) {
            if (decision) {
                m_decision = *decision;
                showDecision();
            } else {
                m_summary->show(QStringLiteral("circle-question-mark"), tr("Could not check"), Tone::Unknown);
                m_error->showError(decision.error());
            }
        });
}

void RetentionDialog::showDecision()
{
    const QStringList toDelete = m_decision.setsToDelete();
    if (toDelete.isEmpty())
        m_summary->show(QStringLiteral("circle-check"), tr("Nothing will be deleted"), Tone::Good);
    else
        m_summary->show(QStringLiteral("trash-2"),
                        tr("%n set(s) will be deleted, %1 freed", nullptr, int(toDelete.size()))
                            .arg(sizeText(m_decision.freedBytes())),
                        Tone::Warn);
    m_holds->setText(tr("Retention deletes nothing: %1").arg(reasonsText(m_decision.holds)));
    m_holds->setVisible(!m_decision.holds.isEmpty());
    QList<QList<Cell>> rows;
    for (const RetentionDecision::Item &item : m_decision.items) {
        const StateLook state = lookOf(item.set.state);
        const StateLook verdict = lookOf(item.verdict);
        const QString reasons = reasonsText(item.reasons);
        rows << QList<Cell>{{item.set.id},
                            {whenText(item.set.started, m_profile.schedule.zone), item.set.started},
                            {sizeText(item.set.storedBytes), item.set.storedBytes},
                            {state.word, {}, state.tone, state.icon},
                            {verdict.word, int(item.verdict), verdict.tone, verdict.icon},
                            {reasons, {}, Tone::Neutral, {}, reasons}};
    }
    m_rows->setRows(rows);
    fitColumns(m_table);
    m_confirmation->setVisible(!toDelete.isEmpty());
    m_name->clear();
    updateApply();
}

void RetentionDialog::updateApply()
{
    m_apply->setEnabled(!m_applying && m_name->text() == m_profile.connection.dbname);
}

void RetentionDialog::apply()
{
    m_applying = true;
    updateApply();
    RetentionRequest request;
    request.profile = m_profile;
    request.shown = m_decision.setsToDelete();
    m_context.runner.run(
        {tr("Retention of %1").arg(m_profile.name),
         tr("What was deleted stays deleted, the other sets are untouched."), m_profile.repository.path},
        this,
        [&services = m_context.services, request](JobContext &context) {
            return RetentionService(services).apply(request, context);
        },
        [this](const Result<RetentionReport> &report) {
            m_applying = false;
            showOutcome(report);
            if (m_goesWhenApplied)
                deleteLater();
            else
                decide();
        });
}

void RetentionDialog::showOutcome(const Result<RetentionReport> &report)
{
    if (report && report->run.warnings.isEmpty())
        return m_error->clear();
    const Error error = report ? warningsOf(report->run) : report.error();
    m_error->showError(error);
    Q_EMIT failed(error);
    if (!isVisible())
        Q_EMIT failedUnseen(error);
}

void RetentionDialog::done(int result)
{
    if (m_applying && testAttribute(Qt::WA_DeleteOnClose)) {
        setAttribute(Qt::WA_DeleteOnClose, false);
        m_goesWhenApplied = true;
    }
    QDialog::done(result);
}

} // namespace masclet
