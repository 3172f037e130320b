-- One database with an object of every kind that pg_dump writes (faults C01), fit for PostgreSQL 13 to 18.
-- Loaded as superuser into an empty database; needs the roles that zoo-roles.sql makes.
SET client_encoding = 'UTF8';
CREATE SCHEMA zoo;
CREATE SCHEMA "odd ""schema""
with 'a' line end; --" AUTHORIZATION zoo_keeper;
COMMENT ON SCHEMA zoo IS 'host=/x dbname=y; -- Name: spoof; Type: TABLE';
CREATE EXTENSION hstore SCHEMA zoo;
CREATE EXTENSION postgres_fdw;
CREATE TYPE zoo.mood AS ENUM ('sad', 'ok', 'it''s "fine"');
CREATE DOMAIN zoo.positive AS int CHECK (VALUE > 0) NOT NULL;
CREATE DOMAIN zoo.short AS text CONSTRAINT short_enough CHECK (length(VALUE) < 10);
CREATE TYPE zoo.pair AS (a int, b zoo.mood);
CREATE TYPE zoo.span AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE COLLATION zoo.german (provider = icu, locale = 'de-DE');
CREATE SEQUENCE zoo.counter START 5 INCREMENT 7;
SELECT nextval('zoo.counter'), nextval('zoo.counter');
CREATE TABLE zoo.animals (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    nom text COLLATE zoo.german NOT NULL,
    mood zoo.mood DEFAULT 'ok',
    weight zoo.positive,
    pair zoo.pair,
    span zoo.span,
    tags zoo.hstore,
    nom_lower text GENERATED ALWAYS AS (lower(nom)) STORED,
    mother bigint REFERENCES zoo.animals,
    payload bytea, doc jsonb,
    CONSTRAINT nom_not_empty CHECK (nom <> ''));
COMMENT ON COLUMN zoo.animals.nom IS E'line\nline \\. COPY x FROM stdin;';
INSERT INTO zoo.animals (nom, weight, pair, span, tags, mother, payload, doc)
SELECT 'cow ' || i || E' \\. \t ñ 日 🐄', i, ROW (i, 'sad'::zoo.mood)::zoo.pair, zoo.span(i, i + 1), 'a=>1', nullif(i - 1, 0),
       decode(md5(i::text), 'hex'), jsonb_build_object('i', i)
FROM generate_series(1, 50) AS i;
CREATE INDEX animals_lower ON zoo.animals (lower(nom)) WHERE weight > 3;
CREATE INDEX animals_doc ON zoo.animals USING gin (doc);
CREATE STATISTICS zoo.animals_stats (dependencies) ON mood, weight FROM zoo.animals;
CREATE TABLE zoo.parts (n int);
ALTER TABLE zoo.parts ADD CONSTRAINT late CHECK (n > 100) NOT VALID;
CREATE TABLE zoo.parents (a int PRIMARY KEY, b int UNIQUE DEFERRABLE);
CREATE TABLE zoo.circle (a int PRIMARY KEY, other int);
ALTER TABLE zoo.parents ADD FOREIGN KEY (b) REFERENCES zoo.circle DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE zoo.circle ADD FOREIGN KEY (other) REFERENCES zoo.parents;
CREATE TABLE zoo.booking (room int4range, EXCLUDE USING gist (room WITH &&));
CREATE TABLE zoo.base (x int); CREATE TABLE zoo.derived (y int) INHERITS (zoo.base);
INSERT INTO zoo.base VALUES (1); INSERT INTO zoo.derived VALUES (2, 3);
CREATE TABLE zoo.empty ();
INSERT INTO zoo.empty DEFAULT VALUES; INSERT INTO zoo.empty DEFAULT VALUES;
CREATE UNLOGGED TABLE zoo.scratch (n int); INSERT INTO zoo.scratch VALUES (7);
CREATE TABLE zoo.log (at date NOT NULL, t text) PARTITION BY RANGE (at);
CREATE TABLE zoo.log_2024 PARTITION OF zoo.log FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE zoo.log_rest PARTITION OF zoo.log DEFAULT PARTITION BY LIST (t);
CREATE TABLE zoo.log_rest_a PARTITION OF zoo.log_rest DEFAULT;
INSERT INTO zoo.log SELECT date '2024-12-01' + i, 'entry ' || i FROM generate_series(1, 60) AS i;
CREATE INDEX log_at ON zoo.log (at);
ALTER TABLE zoo.log ADD PRIMARY KEY (at, t);
CREATE TABLE zoo.by_mood (m zoo.mood, n int) PARTITION BY HASH (m);
CREATE TABLE zoo.by_mood_0 PARTITION OF zoo.by_mood FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE zoo.by_mood_1 PARTITION OF zoo.by_mood FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO zoo.by_mood SELECT (enum_range(NULL::zoo.mood))[1 + i % 3], i FROM generate_series(1, 30) AS i;
CREATE VIEW zoo.heavy AS SELECT * FROM zoo.animals WHERE weight > 40 WITH CHECK OPTION;
CREATE MATERIALIZED VIEW zoo.moods AS SELECT mood, count(*) FROM zoo.animals GROUP BY mood;
CREATE UNIQUE INDEX ON zoo.moods (mood);
CREATE FUNCTION zoo.fence(a int, b int) RETURNS int LANGUAGE plpgsql AS $body$
BEGIN
    -- COPY zoo.animals FROM stdin;
    RETURN a + b; -- \.
END $body$;
CREATE PROCEDURE zoo.tidy() LANGUAGE sql AS $$ DELETE FROM zoo.parts WHERE n < 0 $$;
CREATE AGGREGATE zoo.total (int) (sfunc = zoo.fence, stype = int, initcond = '0');
CREATE FUNCTION zoo.same(zoo.pair, zoo.pair) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$ SELECT $1.a = $2.a $$;
CREATE OPERATOR zoo.=== (LEFTARG = zoo.pair, RIGHTARG = zoo.pair, FUNCTION = zoo.same);
CREATE FUNCTION zoo.pair_cmp(zoo.pair, zoo.pair) RETURNS int IMMUTABLE LANGUAGE sql AS $$ SELECT 0 $$;
CREATE OPERATOR FAMILY zoo.pair_family USING btree;
CREATE OPERATOR CLASS zoo.pair_ops FOR TYPE zoo.pair USING btree FAMILY zoo.pair_family AS FUNCTION 1 zoo.pair_cmp(zoo.pair, zoo.pair);
CREATE FUNCTION zoo.to_text(zoo.pair) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT $1.a::text $$;
CREATE CAST (zoo.pair AS text) WITH FUNCTION zoo.to_text(zoo.pair);
CREATE CONVERSION zoo.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TEXT SEARCH DICTIONARY zoo.plain (TEMPLATE = pg_catalog.simple);
CREATE TEXT SEARCH CONFIGURATION zoo.search (COPY = pg_catalog.english);
CREATE FUNCTION zoo.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON zoo.animals FOR EACH ROW EXECUTE FUNCTION zoo.touch();
CREATE TRIGGER touch AFTER INSERT ON zoo.log FOR EACH ROW EXECUTE FUNCTION zoo.touch();
CREATE CONSTRAINT TRIGGER later AFTER INSERT ON zoo.parts DEFERRABLE FOR EACH ROW EXECUTE FUNCTION zoo.touch();
ALTER TABLE zoo.parts DISABLE TRIGGER later;
CREATE RULE keep AS ON DELETE TO zoo.parts DO ALSO (SELECT 1; SELECT 2);
ALTER TABLE zoo.parts ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON zoo.parts TO zoo_visitor USING (n > 0);
CREATE FUNCTION zoo.watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE EVENT TRIGGER zoo_watch ON ddl_command_end EXECUTE FUNCTION zoo.watch();
CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'nowhere.invalid', dbname 'x');
CREATE USER MAPPING FOR zoo_keeper SERVER elsewhere OPTIONS (user 'u', password 'secret');
CREATE FOREIGN TABLE zoo.remote (n int) SERVER elsewhere;
CREATE PUBLICATION zoo_news FOR TABLE zoo.animals;
CREATE SUBSCRIPTION zoo_feed CONNECTION 'host=nowhere.invalid dbname=x' PUBLICATION news WITH (connect = false);
CREATE ACCESS METHOD zoo_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE "odd ""schema""
with 'a' line end; --"."x; Type: INDEX; Schema: public" ("col ""umn""
two" int, "drop" text);
INSERT INTO "odd ""schema""
with 'a' line end; --"."x; Type: INDEX; Schema: public" VALUES (1, 'one'), (2, E'\\.'), (3, NULL);
CREATE TABLE zoo.types (f float8, n numeric, t timestamptz, d date, b bytea, i interval);
INSERT INTO zoo.types VALUES ('NaN', repeat('9', 1000)::numeric, 'infinity', '4713-01-01 BC', '\x005c', '1 year'),
    ('-Infinity', 'NaN', '294276-01-01', '-infinity', '\x', '-1 day'), (NULL, NULL, NULL, NULL, NULL, NULL);
SELECT lo_from_bytea(424201, 'first'), lo_from_bytea(424202, repeat('x', 100000)::bytea);
COMMENT ON LARGE OBJECT 424201 IS 'a large object';
GRANT SELECT ON LARGE OBJECT 424201 TO zoo_visitor;
ALTER TABLE zoo.circle OWNER TO zoo_keeper;
GRANT USAGE ON SCHEMA zoo TO zoo_visitor;
GRANT SELECT, INSERT (nom) ON zoo.animals TO zoo_visitor WITH GRANT OPTION;
REVOKE EXECUTE ON FUNCTION zoo.fence(int, int) FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE zoo_keeper IN SCHEMA zoo GRANT SELECT ON TABLES TO zoo_visitor;
