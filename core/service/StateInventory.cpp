#include "core/service/StateInventory.h"

#include "core/base/Json.h"
#include "core/base/JsonFields.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StateInventory)
};

constexpr qint64 largestInventory = 64LL * 1024 * 1024;

QJsonObject objectOf(const InventoryFacts &facts)
{
    QJsonObject object;
    for (auto section = facts.begin(); section != facts.end(); ++section) {
        QJsonObject values;
        for (auto fact = section->begin(); fact != section->end(); ++fact)
            values.insert(fact.key(), fact.value());
        object.insert(section.key(), values);
    }
    return object;
}

Result<InventoryFacts> factsFrom(const QJsonObject &object)
{
    InventoryFacts facts;
    for (auto section = object.begin(); section != object.end(); ++section) {
        const QJsonObject values = section.value().toObject();
        if (!section.value().isObject())
            return fail(ErrorKind::Verification, Tr::tr("The inventory is not one of ours."));
        for (auto fact = values.begin(); fact != values.end(); ++fact) {
            if (!fact.value().isString())
                return fail(ErrorKind::Verification, Tr::tr("The inventory is not one of ours."));
            facts[section.key()].insert(fact.key(), fact.value().toString());
        }
    }
    return facts;
}

QString joined(const InventoryTable &table, qsizetype row, std::initializer_list<const char *> columns)
{
    QStringList words;
    for (const char *column : columns) {
        if (const QString value = table.value(row, column); !value.isEmpty())
            words << QLatin1String(column) + QChar(u'=') + value;
    }
    return words.join(QChar(u' '));
}

/// One section from one table: the first column is the name.
void addTable(const ServerInventory &server, const char *name, std::initializer_list<const char *> columns,
              InventoryFacts &facts)
{
    const InventoryTable table = server.table(QLatin1String(name));
    for (qsizetype row = 0; row < table.rows.size(); ++row)
        facts[table.name].insert(table.rows[row].value(0).value_or(QString()), joined(table, row, columns));
}

/// Settings that somebody chose; those of our own session are not the server's.
void addSettings(const ServerInventory &server, InventoryFacts &facts)
{
    const InventoryTable table = server.table(QStringLiteral("settings"));
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        const QString source = table.value(row, "source");
        const bool chosen = source != QLatin1String("default") && source != QLatin1String("override") &&
                            source != QLatin1String("client") && source != QLatin1String("session");
        if (chosen)
            facts[table.name].insert(table.value(row, "name"),
                                     table.value(row, "setting") + table.value(row, "unit"));
    }
}

/// Rules have no name: their place in the order is one.
void addRules(const ServerInventory &server, const char *name, InventoryFacts &facts)
{
    const InventoryTable table = server.table(QLatin1String(name));
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        QStringList words;
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            const QString &column = table.columns[i];
            const bool place =
                column.endsWith(QLatin1String("number")) || column == QLatin1String("file_name");
            if (!place && table.rows[row][i])
                words << *table.rows[row][i];
        }
        facts[table.name].insert(QStringLiteral("%1").arg(row + 1, 4, 10, QChar(u'0')),
                                 words.join(QChar(u' ')));
    }
}

void addServer(const ServerInventory &server, StateInventory &inventory)
{
    InventoryFacts &facts = inventory.facts;
    addSettings(server, facts);
    addRules(server, "hba_rules", facts);
    addRules(server, "ident_mappings", facts);
    addTable(server, "databases", {"owner", "encoding", "datcollate", "datctype", "datconnlimit"}, facts);
    addTable(server, "databases", {"bytes"}, inventory.figures);
    addTable(server, "roles",
             {"rolsuper", "rolinherit", "rolcreaterole", "rolcreatedb", "rolcanlogin", "rolreplication",
              "rolbypassrls", "rolconnlimit", "rolvaliduntil"},
             facts);
    addTable(server, "tablespaces", {"owner", "location"}, facts);
    addTable(server, "extensions", {"extversion"}, facts);
    addTable(server, "publications", {"owner", "puballtables"}, facts);
    addTable(server, "subscriptions", {"owner", "subenabled", "subpublications"}, facts);
    addTable(server, "slots", {"plugin", "slot_type", "database"}, facts);
    addTable(server, "slots", {"active", "restart_lsn"}, inventory.figures);
    addTable(server, "replication", {"client_addr", "state", "sync_state", "replay_lsn"}, inventory.figures);
    const InventoryTable members = server.table(QStringLiteral("memberships"));
    for (qsizetype row = 0; row < members.rows.size(); ++row)
        facts[members.name].insert(members.value(row, "role") + QStringLiteral(" ← ") +
                                       members.value(row, "member"),
                                   joined(members, row, {"admin_option"}));
}

GeneratedFile fileOf(const InventoryTable &table)
{
    return {"by-sql/" + table.name.toUtf8() + ".json", QJsonDocument(table.toJson()).toJson()};
}

} // namespace

QByteArray inventoryPath()
{
    return QByteArrayLiteral("inventory.json");
}

QByteArray StateInventory::toJson() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), 1},
                                     {QStringLiteral("taken"), utcText(taken)},
                                     {QStringLiteral("machine"), machine},
                                     {QStringLiteral("program"), program},
                                     {QStringLiteral("facts"), objectOf(facts)},
                                     {QStringLiteral("figures"), objectOf(figures)}})
        .toJson();
}

Result<StateInventory> StateInventory::parse(const QByteArray &text)
{
    MASCLET_TRY_ASSIGN(const QJsonObject object,
                       parseJsonObject(text, ErrorKind::Verification, {largestInventory, 8}));
    JsonFields fields(object, Tr::tr("Inventory"), ErrorKind::Verification);
    StateInventory inventory;
    fields.integer("format", 1, 1);
    inventory.taken = fields.utc("taken");
    inventory.machine = fields.text("machine");
    inventory.program = fields.text("program");
    const QJsonObject facts = fields.object("facts");
    const QJsonObject figures = fields.object("figures");
    MASCLET_TRY(fields.finish());
    MASCLET_TRY_ASSIGN(inventory.facts, factsFrom(facts));
    MASCLET_TRY_ASSIGN(inventory.figures, factsFrom(figures));
    return inventory;
}

StateInventory makeInventory(const MachineInventory &machine, const DatabaseFacts &database,
                             const ServerInventory *server)
{
    StateInventory inventory;
    inventory.facts = machine.facts;
    inventory.figures = machine.figures;
    if (server)
        addServer(*server, inventory);
    QMap<QString, QString> &about = inventory.facts[QStringLiteral("server")];
    about.insert(QStringLiteral("version"), oneLine(database.serverVersionText));
    about.insert(QStringLiteral("system identifier"), QString::fromLatin1(database.systemIdentifier));
    about.insert(QStringLiteral("database"), oneLine(database.database));
    for (const auto &[kind, count] : database.objectCounts)
        inventory.facts[QStringLiteral("objects")].insert(oneLine(kind), QString::number(count));
    return inventory;
}

QList<GeneratedFile> stateFiles(const StateInventory &inventory, const MachineInventory &machine,
                                const ServerInventory *server)
{
    QList<GeneratedFile> files{{inventoryPath(), inventory.toJson()}};
    for (const CommandOutput &command : machine.commands) {
        QByteArray text = "# " + oneLine(command.command).toUtf8() + '\n';
        text += command.problem.isEmpty() ? command.output : "# " + command.problem.toUtf8() + '\n';
        files << GeneratedFile{"commands/" + command.name.toUtf8() + ".txt", text};
    }
    if (server) {
        for (const InventoryTable &table : server->tables)
            files << fileOf(table);
    }
    return files;
}

QList<GeneratedFile> configurationFiles(const ServerInventory &server)
{
    QList<GeneratedFile> files;
    for (const char *name : {"settings", "hba_rules", "ident_mappings"})
        files << fileOf(server.table(QLatin1String(name)));
    return files;
}

} // namespace masclet
