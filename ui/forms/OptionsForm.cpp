#include "ui/forms/OptionsForm.h"

#include "core/base/Text.h"
#include "ui/support/Labels.h"

#include <QFormLayout>

#include <algorithm>

namespace masclet
{

OptionsForm::OptionsForm(const QList<const Option *> &options, QWidget *parent)
    : QWidget(parent)
{
    auto *const layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(theme::margin);
    layout->setVerticalSpacing(theme::gap);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::DontWrapRows);
    for (const Option *option : options) {
        auto *const field = new OptionField(*option);
        auto *const label = new QLabel(option->label());
        label->setBuddy(field->editor());
        label->setToolTip(option->help().toHtmlEscaped());
        label->setMinimumHeight(field->editor()->sizeHint().height());
        layout->addRow(label, field);
        connect(field, &OptionField::changed, this, &OptionsForm::changed);
        m_fields << field;
    }
}

QList<const Option *> OptionsForm::ofSection(const QByteArray &section)
{
    QList<const Option *> options;
    for (const Option &option : optionTable()) {
        if (option.section == section)
            options << &option;
    }
    return options;
}

QList<const Option *> OptionsForm::named(const QStringList &paths)
{
    QList<const Option *> options;
    for (const QString &path : paths)
        options << optionByPath(path);
    return options;
}

void OptionsForm::setProfile(const StoredProfile &stored)
{
    for (OptionField *field : std::as_const(m_fields))
        field->setValue(field->option().get(stored.profile), stored.given.contains(field->option().path())
                                                                 ? OptionField::Source::Given
                                                                 : OptionField::Source::Default);
}

Result<> OptionsForm::applyTo(StoredProfile &stored) const
{
    for (const OptionField *field : m_fields) {
        const Option &option = field->option();
        Result<OptionValue> value = field->value();
        if (!value)
            return fail(ErrorKind::Config,
                        QStringLiteral("%1: %2").arg(option.label(), value.error().message));
        if (field->source() == OptionField::Source::Given) {
            stored.give(option, *value);
        } else {
            option.set(stored.profile, option.get(Profile()));
            stored.given.remove(option.path());
        }
    }
    return {};
}

void OptionsForm::showApplied(const Environment &environment)
{
    for (OptionField *field : std::as_const(m_fields)) {
        const QString name =
            decidingVariable(field->option(), field->source() == OptionField::Source::Given, environment);
        const QString text = environment.value(name);
        const Result<OptionValue> value = field->value();
        const bool same = value && optionText(field->option(), *value) == text;
        field->showApplied(name.isEmpty() || same
                               ? QString()
                               : tr("The environment decides: %1 is %2.").arg(name, oneLine(text, 200)));
    }
}

bool OptionsForm::isValid() const
{
    return std::all_of(m_fields.cbegin(), m_fields.cend(),
                       [](const OptionField *field) { return field->isValid(); });
}

OptionField *OptionsForm::field(const QString &path) const
{
    const auto found = std::find_if(m_fields.cbegin(), m_fields.cend(),
                                    [&](const OptionField *field) { return field->option().path() == path; });
    return found == m_fields.cend() ? nullptr : *found;
}

void OptionsForm::setShown(const QString &path, bool shown)
{
    static_cast<QFormLayout *>(layout())->setRowVisible(field(path), shown);
}

void OptionsForm::insertBehind(const QString &path, const QString &label, QWidget *widget)
{
    auto *const form = static_cast<QFormLayout *>(layout());
    int row = 0;
    QFormLayout::ItemRole role = QFormLayout::FieldRole;
    form->getWidgetPosition(field(path), &row, &role);
    form->insertRow(row + 1, label, widget);
}

} // namespace masclet
