#include "tests/core/profile/tst_OptionTable.h"

#include "core/profile/OptionTable.h"
#include "core/profile/ProfileToml.h"
#include "tests/support/TestMain.h"

#include <QSet>

using namespace masclet;

namespace
{

void optionRows()
{
    QTest::addColumn<QString>("path");
    for (const Option &option : optionTable())
        QTest::newRow(qPrintable(option.path())) << option.path();
}

/// A value that is allowed and not the default.
OptionValue otherValue(const Option &option)
{
    const OptionValue standard = option.get(Profile());
    switch (option.type) {
    case OptionType::Number:
    case OptionType::Size:
    case OptionType::Duration:
        return std::get<qint64>(standard) == option.maximum ? option.minimum : option.maximum;
    case OptionType::Switch:
        return !std::get<bool>(standard);
    case OptionType::Choice:
        return option.choices.last() == std::get<QString>(standard) ? option.choices.first()
                                                                    : option.choices.last();
    case OptionType::Choices:
        return std::get<QStringList>(standard) == option.choices ? option.choices.mid(1) : option.choices;
    case OptionType::Times:
        return QStringList{QStringLiteral("01:30"), QStringLiteral("23:59")};
    case OptionType::Keys:
        return QStringList{QStringLiteral("age1") + QString(58, u'q')};
    case OptionType::List:
        return QStringList{QStringLiteral("a,b"), QStringLiteral("c\\d \"e\"\n#\tñ"), QStringLiteral("[f]")};
    case OptionType::Arguments:
        return QStringList{QStringLiteral("/bin/true"), QString(), QString()};
    case OptionType::Paths:
        return QStringList{QStringLiteral("/a,b"), QStringLiteral("/with \"quotes\" and \\ and é")};
    case OptionType::ToolPlace:
        return QStringLiteral("docker:shop-db_1.x");
    case OptionType::Path:
        return QStringLiteral("/srv/with \"quotes\" and \\ and é");
    case OptionType::Zone:
        return QStringLiteral("Europe/Madrid");
    case OptionType::Url:
        return QStringLiteral("https://user:pw@host:8443/a%20b?token=%C3%B1#c");
    case OptionType::Address:
        return QStringLiteral("on-call+db@mail.example.org");
    case OptionType::Text:
        break;
    }
    return QStringLiteral("host=/x dbname='y' \"z\" \\ \n ñandú_日本 # = [t]");
}

} // namespace

void tst_OptionTable::everyFieldOfTheProfileHasARow()
{
    // Setting every option away from its default must change every section; sizes of the sections would
    // change unnoticed, so the number of rows is fixed here on purpose: a new field brings a new row.
    QCOMPARE(optionTable().size(), 77u);
    Profile changed;
    for (const Option &option : optionTable())
        option.set(changed, otherValue(option));
    const Profile standard;
    QVERIFY(changed.title != standard.title);
    QVERIFY(changed.connection != standard.connection);
    QVERIFY(changed.repository != standard.repository);
    QVERIFY(changed.backup != standard.backup);
    QVERIFY(changed.config != standard.config);
    QVERIFY(changed.logs != standard.logs);
    QVERIFY(changed.encryption != standard.encryption);
    QVERIFY(changed.schedule != standard.schedule);
    QVERIFY(changed.retention != standard.retention);
    QVERIFY(changed.checks != standard.checks);
    QVERIFY(changed.notify != standard.notify);
    QVERIFY(changed.programs != standard.programs);
}

void tst_OptionTable::everyOptionIsFullyDeclared_data()
{
    optionRows();
}

void tst_OptionTable::everyOptionIsFullyDeclared()
{
    QFETCH(QString, path);
    const Option *option = optionByPath(path);
    QVERIFY(option);
    QVERIFY(!option->label().isEmpty());
    QVERIFY(!option->help().isEmpty());
    QVERIFY2(option->help().size() <= 72, "help fits one line");
    QVERIFY(option->flag().startsWith(QStringLiteral("--")));
    QVERIFY(!option->flag().contains(QChar(u'_')));
    QVERIFY(option->variable().startsWith(QStringLiteral("MASCLET_")));
    QVERIFY(!sectionTitle(option->section).isEmpty());
    const Result<> standard = checkOption(*option, option->get(Profile()));
    QVERIFY_RESULT(standard);
}

void tst_OptionTable::everyOptionRoundTripsThroughTextFileAndProfile_data()
{
    optionRows();
}

void tst_OptionTable::everyOptionRoundTripsThroughTextFileAndProfile()
{
    QFETCH(QString, path);
    const Option &option = *optionByPath(path);
    const OptionValue other = otherValue(option);
    QVERIFY(other != option.get(Profile()) || option.choices.size() == 1);

    const auto fromText = optionFromText(option, optionText(option, other));
    QVERIFY_RESULT(fromText);
    QVERIFY(*fromText == other);

    StoredProfile stored;
    stored.profile.id = QStringLiteral("0123456789abcdef0123456789abcdef");
    stored.give(option, *fromText);
    const auto read = parseProfile(profileText(stored), QStringLiteral("x.toml"));
    QVERIFY_RESULT(read);
    QVERIFY(option.get(read->profile) == other);
    QCOMPARE(read->given, QSet<QString>{path});
    QVERIFY(read->profile == stored.profile);
}

void tst_OptionTable::flagsAndPathsAreUnique()
{
    QSet<QString> flags, paths, variables;
    for (const Option &option : optionTable()) {
        flags << option.flag();
        paths << option.path();
        variables << option.variable();
        for (const QByteArray &name : option.variables)
            variables << QString::fromLatin1(name);
    }
    QCOMPARE(flags.size(), qsizetype(optionTable().size()));
    QCOMPARE(paths.size(), qsizetype(optionTable().size()));
    QVERIFY(variables.size() > paths.size());
}

void tst_OptionTable::refusesValuesOutsideOfWhatIsAllowed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *path, const char *text) {
        QTest::addRow("%s = %s", path, text) << QString::fromLatin1(path) << QString::fromUtf8(text);
    };
    row("retention.keep_last", "0");  // T03
    row("retention.keep_last", "-1"); // T03
    row("retention.keep_last", "three");
    row("retention.keep_last", "");
    row("connection.port", "0");
    row("connection.port", "65536");
    row("connection.port", "5432x");
    row("connection.sslmode", "Prefer");
    row("connection.sslmode", "");
    row("connection.tools", "bin");
    row("connection.tools", "usr/bin");
    row("connection.tools", "docker:");
    row("connection.tools", "docker:-v");
    row("connection.tools", "docker:a b");
    row("connection.tools", "docker:a/b");
    row("connection.tools", "Docker:a");
    row("connection.connect_timeout", "10");
    row("connection.connect_timeout", "1h");
    row("backup.kinds", "");
    row("backup.kinds", "db,db");
    row("backup.kinds", "db,disk");
    row("backup.role_passwords", "yes");
    row("backup.critical_tables", "animals,,parts");
    row("config.paths", "/etc/nginx,etc");
    row("config.paths", "/etc/nginx,,/etc/cron.d");
    row("logs.max_size", "-1 MB");
    row("schedule.at", "");
    row("schedule.at", "24:00");
    row("schedule.at", "2:00");
    row("schedule.at", "02:00,02:00");
    row("schedule.at", "02:60");
    row("schedule.weekdays", "");
    row("schedule.weekdays", "monday");
    row("schedule.weekdays", "mon,mon");
    row("schedule.zone", "Europe/Atlantis");
    row("checks.minimum_size", "1 XB");
    row("checks.minimum_size", "-1 MB");
    row("checks.band_low", "101");
}

void tst_OptionTable::refusesValuesOutsideOfWhatIsAllowed()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    const auto value = optionFromText(*optionByPath(path), text);
    QVERIFY_FAILS(value, ErrorKind::Config);
    QVERIFY(!value.error().message.isEmpty());
}

void tst_OptionTable::acceptsValuesAtTheEdge_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::newRow("T03 keep_last 1") << QStringLiteral("retention.keep_last") << QStringLiteral("1");
    QTest::newRow("T03 keep_last 999999")
        << QStringLiteral("retention.keep_last") << QStringLiteral("999999");
    QTest::newRow("port 65535") << QStringLiteral("connection.port") << QStringLiteral("65535");
    QTest::newRow("no critical tables") << QStringLiteral("backup.critical_tables") << QString();
    QTest::newRow("a container") << QStringLiteral("connection.tools") << QStringLiteral("docker:Db.1_x-y");
    QTest::newRow("no paths") << QStringLiteral("config.paths") << QString();
    QTest::newRow("logs of any age") << QStringLiteral("logs.max_age") << QStringLiteral("0s");
    QTest::newRow("midnight") << QStringLiteral("schedule.at") << QStringLiteral("00:00");
    QTest::newRow("empty zone") << QStringLiteral("schedule.zone") << QString();
}

void tst_OptionTable::acceptsValuesAtTheEdge()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    const auto value = optionFromText(*optionByPath(path), text);
    QVERIFY_RESULT(value);
    QCOMPARE(optionText(*optionByPath(path), *value), text);
}

void tst_OptionTable::exactTextsLoseNothing()
{
    QCOMPARE(exactSizeText(1024 * 1024), QStringLiteral("1 MB"));
    QCOMPARE(exactSizeText(1024 * 1024 + 1), QStringLiteral("1048577 B"));
    QCOMPARE(exactSizeText(0), QStringLiteral("0 B"));
    QCOMPARE(exactDurationText(7'200'000), QStringLiteral("2h"));
    QCOMPARE(exactDurationText(90'000), QStringLiteral("90s"));
    QCOMPARE(exactDurationText(0), QStringLiteral("0s"));
    QCOMPARE(exactDurationText(90'001), QStringLiteral("90001ms"));
}
