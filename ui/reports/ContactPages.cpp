// The card that hangs beside the telephone: who is told of an alarm, in which order.
#include "core/base/Text.h"
#include "core/notify/Ladder.h"
#include "core/notify/Message.h"
#include "core/profile/ContactTable.h"
#include "ui/reports/Reports.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ContactPages)
};

} // namespace

Report contactsReport(const ServiceEnvironment &environment, const Profile &profile)
{
    Report report;
    report.title = Tr::tr("Contacts and escalation");
    report.about = Tr::tr("Backups of %1: who is told when one fails")
                       .arg(oneLine(profile.title.isEmpty() ? profile.name : profile.title, 80));
    QJsonArray steps;
    for (const Rung &rung : ladderOf(profile)) {
        Report::Section section{roleTitle(rung.role)};
        section.paragraphs << (rung.after.count() == 0 ? Tr::tr("Told at once.")
                                                       : Tr::tr("Told when nobody has answered for %1.")
                                                             .arg(exactDurationText(rung.after.count())));
        QJsonArray contacts;
        for (const Profile::Contact &contact : rung.contacts) {
            section.facts << Report::Fact{oneLine(contact.name, 80), contactText(contact)};
            contacts << QJsonObject{{QStringLiteral("name"), contact.name},
                                    {QStringLiteral("reached"), contactText(contact)}};
        }
        steps << QJsonObject{{QStringLiteral("role"), rung.role},
                             {QStringLiteral("afterMs"), qint64(rung.after.count())},
                             {QStringLiteral("contacts"), contacts}};
        report.sections << section;
    }
    if (steps.isEmpty())
        report.sections << Report::Section{Tr::tr("Nobody is named in the profile.")};
    report.origin = reportOrigin(environment, profile);
    report.fileName = QStringLiteral("%1-contacts").arg(profile.name);
    report.document = {{QStringLiteral("profile"), profile.name}, {QStringLiteral("ladder"), steps}};
    return report;
}

} // namespace masclet
