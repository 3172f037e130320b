#include "ui/forms/OptionField.h"

#include "ui/forms/ChoiceText.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace masclet
{

namespace
{

constexpr const char *choiceProperty = "choice";

OptionValue defaultOf(const Option &option)
{
    return option.get(Profile());
}

/// Nothing to say where the default is empty.
QString defaultText(const Option &option)
{
    const OptionValue value = defaultOf(option);
    QStringList words;
    if (option.type == OptionType::Choice)
        words << std::get<QString>(value);
    else if (option.type == OptionType::Choices)
        words = std::get<QStringList>(value);
    std::transform(words.cbegin(), words.cend(), words.begin(),
                   [&](const QString &word) { return choiceText(option, word); });
    const QString text = words.isEmpty() ? optionText(option, value) : words.join(QStringLiteral(", "));
    return text.isEmpty() ? QString() : OptionField::tr("Default: %1").arg(text);
}

/// Numbers whose help says so.
bool isPercent(const Option &option)
{
    const QStringList percents{QStringLiteral("checks.band_low"), QStringLiteral("checks.band_high"),
                               QStringLiteral("checks.shrink_rows")};
    return percents.contains(option.path());
}

} // namespace

OptionField::OptionField(const Option &option, QWidget *parent)
    : QWidget(parent)
    , m_option(option)
    , m_row(new QHBoxLayout)
    , m_problem(plainLabel())
    , m_origin(mutedLabel())
    , m_applied(plainLabel())
    , m_reset(new QPushButton(icon(QStringLiteral("undo-2"), Tone::Unknown), QString()))
{
    makeEditor();
    m_editor->setObjectName(option.path());
    m_editor->setAccessibleName(option.label());
    m_editor->setAccessibleDescription(option.help());
    m_editor->setToolTip(option.help().toHtmlEscaped());
    m_problem->setObjectName(option.path() + QStringLiteral(".problem"));
    m_applied->setObjectName(option.path() + QStringLiteral(".applied"));
    m_applied->hide();
    m_reset->setObjectName(option.path() + QStringLiteral(".reset"));
    m_reset->setFlat(true);
    m_reset->setAutoDefault(false);
    m_reset->setToolTip(tr("Back to the default"));
    m_reset->setAccessibleName(tr("Back to the default: %1").arg(option.label()));
    m_row->addWidget(m_reset);
    connect(m_reset, &QPushButton::clicked, this, &OptionField::backToDefault);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(m_row);
    layout->addWidget(m_origin);
    layout->addWidget(m_applied);
    layout->addWidget(m_problem);
    setFocusProxy(m_editor);
    setValue(defaultOf(option), Source::Default);
}

void OptionField::makeEditor()
{
    switch (m_option.type) {
    case OptionType::Number:
        return makeNumber();
    case OptionType::Switch:
        return makeSwitch();
    case OptionType::Choice:
        return makeChoice();
    case OptionType::Choices:
        return makeChoices();
    case OptionType::Zone:
        return makeZone();
    case OptionType::Path:
    case OptionType::ToolPlace:
        return makeText(Browse::Yes);
    default:
        return makeText(Browse::No);
    }
}

void OptionField::makeText(Browse withBrowse)
{
    auto *const edit = new QLineEdit;
    m_editor = edit;
    m_read = [this, edit] {
        return optionFromText(m_option, edit->text());
    };
    m_write = [this, edit](const OptionValue &value) {
        edit->setText(optionText(m_option, value));
    };
    connect(edit, &QLineEdit::textChanged, this, &OptionField::edited);
    m_row->addWidget(edit, 1);
    if (withBrowse == Browse::Yes) {
        auto *const button = new QPushButton(icon(QStringLiteral("folder-open"), Tone::Unknown), QString());
        button->setAccessibleName(tr("Choose: %1").arg(m_option.label()));
        button->setToolTip(tr("Choose"));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, &OptionField::browse);
        m_row->addWidget(button);
    }
}

void OptionField::makeNumber()
{
    auto *const box = new QSpinBox;
    m_editor = box;
    constexpr qint64 most = std::numeric_limits<int>::max();
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
    if (isPercent(m_option))
        box->setSuffix(tr(" %", "after a number"));
    box->setRange(int(m_option.minimum), int(qMin(most, m_option.maximum)));
    m_read = [box] {
        return OptionValue(qint64(box->value()));
    };
    m_write = [box](const OptionValue &value) {
        box->setValue(int(std::get<qint64>(value)));
    };
    connect(box, &QSpinBox::valueChanged, this, &OptionField::edited);
    m_row->addWidget(box);
    m_row->addStretch(1);
}

void OptionField::makeSwitch()
{
    auto *const box = new QCheckBox(m_option.help());
    m_editor = box;
    m_read = [box] {
        return OptionValue(box->isChecked());
    };
    m_write = [box](const OptionValue &value) {
        box->setChecked(std::get<bool>(value));
    };
    connect(box, &QCheckBox::toggled, this, &OptionField::edited);
    m_row->addWidget(box, 1);
}

void OptionField::makeChoice()
{
    auto *const box = new QComboBox;
    m_editor = box;
    for (const QString &choice : m_option.choices)
        box->addItem(choiceText(m_option, choice), choice);
    m_read = [box] {
        return OptionValue(box->currentData().toString());
    };
    m_write = [box](const OptionValue &value) {
        box->setCurrentIndex(box->findData(std::get<QString>(value)));
    };
    connect(box, &QComboBox::currentIndexChanged, this, &OptionField::edited);
    m_row->addWidget(box);
    m_row->addStretch(1);
}

void OptionField::makeChoices()
{
    auto *const group = new QWidget;
    m_editor = group;
    auto *const layout = new QHBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::margin);
    QList<QCheckBox *> boxes;
    for (const QString &choice : m_option.choices) {
        boxes << new QCheckBox(choiceText(m_option, choice));
        boxes.last()->setProperty(choiceProperty, choice);
        boxes.last()->setObjectName(m_option.path() + QChar(u'.') + choice);
        connect(boxes.last(), &QCheckBox::toggled, this, &OptionField::edited);
        layout->addWidget(boxes.last());
    }
    layout->addStretch(1);
    m_read = [boxes]() -> Result<OptionValue> {
        QStringList chosen;
        for (const QCheckBox *box : boxes) {
            if (box->isChecked())
                chosen << box->property(choiceProperty).toString();
        }
        return OptionValue(chosen);
    };
    m_write = [boxes](const OptionValue &value) {
        for (QCheckBox *box : boxes)
            box->setChecked(std::get<QStringList>(value).contains(box->property(choiceProperty).toString()));
    };
    m_row->addWidget(group, 1);
}

void OptionField::makeZone()
{
    auto *const edit = new QLineEdit;
    m_editor = edit;
    QStringList zones;
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        zones << QString::fromLatin1(zone);
    auto *const completer = new QCompleter(zones, edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    edit->setCompleter(completer);
    m_read = [this, edit] {
        return optionFromText(m_option, edit->text());
    };
    m_write = [this, edit](const OptionValue &value) {
        edit->setText(optionText(m_option, value));
    };
    connect(edit, &QLineEdit::textChanged, this, &OptionField::edited);
    m_row->addWidget(edit, 1);
}

void OptionField::setValue(const OptionValue &value, Source source)
{
    m_filling = true;
    m_write(value);
    m_filling = false;
    m_source = source;
    check();
}

Result<OptionValue> OptionField::value() const
{
    Result<OptionValue> value = m_read();
    if (value)
        MASCLET_TRY(checkOption(m_option, *value));
    return value;
}

void OptionField::showApplied(const QString &text)
{
    m_applied->setText(text);
    m_applied->setVisible(!text.isEmpty());
}

void OptionField::edited()
{
    if (m_filling)
        return;
    m_source = Source::Given;
    check();
    Q_EMIT changed();
}

void OptionField::check()
{
    const Result<OptionValue> checked = value();
    m_valid = checked.has_value();
    m_problem->setText(m_valid ? QString() : checked.error().message);
    m_problem->setVisible(!m_valid);
    QPalette own = m_problem->palette();
    own.setColor(QPalette::WindowText, theme::color(Tone::Bad, palette()));
    m_problem->setPalette(own);
    const bool other = m_source == Source::Given && (!m_valid || *checked != defaultOf(m_option));
    m_reset->setVisible(other);
    m_origin->setText(other ? defaultText(m_option) : QString());
    m_origin->setVisible(!m_origin->text().isEmpty());
}

void OptionField::backToDefault()
{
    setValue(defaultOf(m_option), Source::Default);
    m_editor->setFocus();
    Q_EMIT changed();
}

/// A file or a folder: what the option holds now says where to begin.
void OptionField::browse()
{
    auto *const edit = qobject_cast<QLineEdit *>(m_editor);
    auto *const dialog = new QFileDialog(this, m_option.label(), edit->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const bool folder = m_option.section == "repository" || m_option.key == "tools";
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
    dialog->open();
}

} // namespace masclet
