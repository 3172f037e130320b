#include "tests/core/restore/tst_ServerStatement.h"

#include "core/restore/ServerStatement.h"

#include <QTest>

using namespace masclet;

void tst_ServerStatement::statementsAboutTheServerAreTold_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QByteArray>("words");
    const QList<std::pair<QByteArray, QByteArray>> rows{
        {"DROP DATABASE IF EXISTS x WITH (FORCE);", "drop database"},
        {"/* a */ alter\n-- b\ndatabase x RENAME TO y;", "alter database"},
        {"CREATE DATABASE x;", "create database"},
        {"ALTER SYSTEM SET work_mem = '1MB';", "alter system"},
        {"CREATE ROLE x;", "create role"},
        {"DROP USER x;", "drop user"},
        {"ALTER GROUP x ADD USER y;", "alter group"},
        {"CREATE TABLESPACE x LOCATION '/x';", "create tablespace"},
        {"REASSIGN OWNED BY x TO y;", "reassign owned"},
        {"GRANT x TO y WITH ADMIN OPTION;", "grant role"},
        {"REVOKE x FROM y;", "revoke role"},
        {"GRANT SELECT(a),INSERT ON TABLE public.t TO y;", ""},
        {"REVOKE ALL ON SCHEMA public FROM PUBLIC;", ""},
        {"CREATE USER MAPPING FOR x SERVER y;", ""},
        {"ALTER DEFAULT PRIVILEGES FOR ROLE x GRANT SELECT ON TABLES TO y;", ""},
        {"CREATE TABLE \"database\" (system int);", ""},
        {"ALTER TABLE database OWNER TO role;", ""},
        {"COMMENT ON DATABASE x IS 'DROP DATABASE y';", ""},
        {"", ""}};
    for (const auto &[statement, words] : rows)
        QTest::newRow(statement.isEmpty() ? "nothing" : statement.constData()) << statement << words;
}

void tst_ServerStatement::statementsAboutTheServerAreTold()
{
    QFETCH(QByteArray, statement);
    QFETCH(QByteArray, words);
    QCOMPARE(serverStatement(statement), words);
}
