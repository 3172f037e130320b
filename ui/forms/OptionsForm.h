#pragma once

#include "core/profile/EffectiveProfile.h"
#include "ui/forms/OptionField.h"

#include <QWidget>

namespace masclet
{

/// A form made from rows of the option table: the same one in wizards and in the preferences. Main thread.
class OptionsForm : public QWidget
{
    Q_OBJECT

public:
    explicit OptionsForm(const QList<const Option *> &options, QWidget *parent = nullptr);
    /// All options of a section of the profile file.
    static QList<const Option *> ofSection(const QByteArray &section);
    /// Those with these paths, in this order.
    static QList<const Option *> named(const QStringList &paths);

    void setProfile(const StoredProfile &stored);
    /// Gives the profile what stands in the form; what was put back to its default is left out. The first
    /// value that is wrong is the error.
    Result<> applyTo(StoredProfile &stored) const;
    /// Below each option what the environment puts in its place.
    void showApplied(const Environment &environment);
    bool isValid() const;
    OptionField *field(const QString &path) const;
    /// An option that is asked for only where it matters, with its label.
    void setShown(const QString &path, bool shown);
    /// A widget of its own between the fields, behind the one named.
    void insertBehind(const QString &path, const QString &label, QWidget *widget);

Q_SIGNALS:
    void changed();

private:
    QList<OptionField *> m_fields;
};

} // namespace masclet
