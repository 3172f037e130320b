-- An event trigger that refuses DDL (C04). pg_dump writes event triggers before REFRESH MATERIALIZED VIEW, so stock
-- psql fails on this good dump; our loader refreshes first.
CREATE TABLE made_before (a integer);
INSERT INTO made_before VALUES (1);
CREATE MATERIALIZED VIEW filled AS SELECT a FROM made_before;
CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no DDL here: %', tg_tag; END $$;
CREATE EVENT TRIGGER no_ddl ON ddl_command_start EXECUTE FUNCTION refuse();
