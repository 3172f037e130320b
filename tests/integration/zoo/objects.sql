-- Every object kind that servers 13 and later know (C01), with rows in all that can hold rows.
-- What came with 14 and 15 is in objects_14.sql and objects_15.sql.

-- Schemas, rights of schemas, the public schema's comment changed.
CREATE SCHEMA zoo AUTHORIZATION zoo_owner;
CREATE SCHEMA other;
COMMENT ON SCHEMA zoo IS 'every kind';
GRANT USAGE ON SCHEMA zoo TO zoo_reader, zoo_writer WITH GRANT OPTION;
COMMENT ON SCHEMA public IS 'not the standard text';
ALTER DEFAULT PRIVILEGES FOR ROLE zoo_owner GRANT SELECT ON TABLES TO zoo_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA zoo GRANT EXECUTE ON FUNCTIONS TO zoo_writer;
ALTER DEFAULT PRIVILEGES FOR ROLE zoo_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
SET search_path = zoo, public;

-- Extensions: in public, in a schema of their own, with a changed right, and with objects that depend on them.
CREATE EXTENSION hstore WITH SCHEMA other;
CREATE EXTENSION ltree;
CREATE EXTENSION citext;
CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION intarray;
CREATE EXTENSION unaccent;
CREATE EXTENSION pgcrypto;
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION file_fdw;
CREATE EXTENSION tsm_system_rows;
REVOKE EXECUTE ON FUNCTION crypt(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crypt(text, text) TO zoo_writer;
COMMENT ON EXTENSION ltree IS 'changed comment';

-- Types: enum (a label added in front), composite, domain (over text, array, composite), range, base, shell.
CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy \ 😀');
ALTER TYPE mood ADD VALUE 'angry' BEFORE 'sad';
CREATE TYPE point3 AS (x double precision, y numeric(10, 3), "label é" text COLLATE "C");
CREATE DOMAIN postcode AS text COLLATE "C" DEFAULT '00000' NOT NULL CONSTRAINT five CHECK (VALUE ~ '^\d{5}$');
ALTER DOMAIN postcode ADD CONSTRAINT no_nines CHECK (VALUE <> '99999') NOT VALID;
CREATE DOMAIN tags AS text[] CHECK (cardinality(VALUE) < 10);
CREATE DOMAIN place AS point3 CHECK ((VALUE).x IS NOT NULL);
CREATE TYPE floatrange AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TYPE textrange AS RANGE (subtype = text, collation = "C");
CREATE TYPE base_type;
CREATE FUNCTION base_in(cstring) RETURNS base_type LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION base_out(base_type) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE base_type (INPUT = base_in, OUTPUT = base_out, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, DEFAULT = '7');
CREATE TYPE only_a_shell;
COMMENT ON TYPE mood IS E'a comment\nwith two lines';
ALTER TYPE mood OWNER TO zoo_owner;
REVOKE USAGE ON TYPE postcode FROM PUBLIC;

-- Collations.
CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk');
CREATE COLLATION any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE COLLATION plain_c (provider = libc, locale = 'C');

-- Functions of all sorts.
CREATE FUNCTION double_it(i integer DEFAULT 21) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 5 AS 'SELECT $1 * 2';
CREATE FUNCTION positive(i integer) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $body$ BEGIN RETURN i > 0; END $body$;
CREATE FUNCTION all_args(VARIADIC a anyarray, OUT n integer, OUT first anyelement) LANGUAGE sql AS $$ SELECT cardinality(a), a[1] $$;
CREATE FUNCTION rows_of(n integer) RETURNS TABLE (a integer, "b c" text) LANGUAGE sql STABLE ROWS 7
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '5MB' AS $$ SELECT i, 'r' || i FROM generate_series(1, n) i $$;
CREATE FUNCTION odd_quotes() RETURNS text LANGUAGE sql AS $q$ SELECT 'a $$ b $_$ c \' || "left"('x''y', 2) $q$;
CREATE PROCEDURE do_nothing(INOUT a integer) LANGUAGE plpgsql AS 'BEGIN a := a; END';
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN coalesce(NEW, OLD); END $$;
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; END $$;
ALTER FUNCTION double_it(integer) OWNER TO zoo_owner;
GRANT EXECUTE ON FUNCTION double_it(integer) TO zoo_reader WITH GRANT OPTION;
COMMENT ON FUNCTION all_args(anyarray) IS 'variadic';
ALTER FUNCTION stamp() DEPENDS ON EXTENSION ltree;

-- Aggregates, operators, operator classes, casts.
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', COMBINEFUNC = int4pl, PARALLEL = SAFE,
    MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = integer, MINITCOND = '0');
CREATE AGGREGATE middle(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal,
    FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
CREATE FUNCTION close_to(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs($1 - $2) < 2';
CREATE OPERATOR ~~~ (FUNCTION = close_to, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = ~~~, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE OPERATOR FAMILY backwards USING btree;
CREATE FUNCTION backwards_cmp(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp($2, $1)';
CREATE OPERATOR CLASS backwards_int FOR TYPE integer USING btree FAMILY backwards AS
    OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 backwards_cmp(integer, integer);
CREATE FUNCTION mood_to_int(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT length($1::text) $$;
CREATE CAST (mood AS integer) WITH FUNCTION mood_to_int(mood) AS ASSIGNMENT;
CREATE CAST (base_type AS integer) WITHOUT FUNCTION;
CREATE CAST (point3 AS json) WITH INOUT;
CREATE CONVERSION latin_to_utf FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- Languages and access methods.
CREATE FUNCTION zoolang_handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION zoolang_inline(internal) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_inline_handler';
CREATE FUNCTION zoolang_validator(oid) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_validator';
CREATE TRUSTED LANGUAGE zoolang HANDLER zoolang_handler INLINE zoolang_inline VALIDATOR zoolang_validator;
GRANT USAGE ON LANGUAGE zoolang TO zoo_writer;
CREATE FUNCTION in_zoolang() RETURNS integer LANGUAGE zoolang AS 'BEGIN RETURN 1; END';
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
CREATE ACCESS METHOD gist_too TYPE INDEX HANDLER gisthandler;

-- A transform; what stands in for its functions is never called.
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
COMMENT ON TRANSFORM FOR integer LANGUAGE sql IS 'a transform';

-- Tables: identity, generated, dropped columns, options, rights that revoke the owner's own, circular keys.
CREATE TABLE keepers (
    id integer GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5) PRIMARY KEY,
    gone text,
    name citext NOT NULL,
    boss integer REFERENCES keepers DEFERRABLE INITIALLY DEFERRED,
    cage integer,
    name_length integer GENERATED ALWAYS AS (length(name::text)) STORED,
    mood mood DEFAULT 'it''s ok',
    kind character varying(10) CHECK (kind IN ('feeder', 'vet', 'o''guard')),
    home place, codes tags, code postcode,
    extra other.hstore, path ltree, span floatrange, base base_type
) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
INSERT INTO keepers (gone, name, boss, cage, mood, kind, home, codes, code, extra, path, span, base)
SELECT 'x', 'Keeper ' || i, 100 + 5 * (9 - i), i, 'happy \ 😀', CASE i % 3 WHEN 0 THEN 'vet' WHEN 1 THEN 'o''guard' END,
       ROW(i, 1.5, 'l' || i)::point3, ARRAY['a', NULL, 'c"d'], '0812' || i, '"k 1"=>"v\\"'::other.hstore,
       ('a.b' || i)::ltree, floatrange(i, NULL), '12'
FROM generate_series(0, 9) i;
ALTER TABLE keepers DROP COLUMN gone;
ALTER TABLE keepers ADD COLUMN added_later text DEFAULT 'late';
ALTER TABLE keepers ALTER COLUMN added_later SET STORAGE EXTERNAL, ALTER COLUMN added_later SET STATISTICS 77,
    ALTER COLUMN cage SET (n_distinct = -0.5);
CREATE TABLE cages (id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, keeper integer REFERENCES keepers, size box,
    during tstzrange, EXCLUDE USING gist (keeper WITH =, during WITH &&) WHERE (keeper > 0) DEFERRABLE);
INSERT INTO cages SELECT i, 100 + 5 * i, NULL, tstzrange('2025-01-01', '2025-02-01') FROM generate_series(0, 9) i;
ALTER TABLE keepers ADD CONSTRAINT keepers_cage_fkey FOREIGN KEY (cage) REFERENCES cages (id) MATCH FULL ON DELETE SET NULL NOT VALID;
ALTER TABLE keepers ADD CONSTRAINT positive_cage CHECK (positive(cage + 1));
ALTER TABLE keepers ADD CONSTRAINT late CHECK (added_later <> 'x') NO INHERIT NOT VALID;
ALTER TABLE keepers OWNER TO zoo_owner;
GRANT ALL ON keepers TO zoo_writer;
REVOKE INSERT, TRIGGER ON keepers FROM zoo_owner;
GRANT SELECT (id, name), UPDATE (mood) ON keepers TO zoo_reader WITH GRANT OPTION;
GRANT SELECT ON cages TO PUBLIC;
COMMENT ON TABLE keepers IS E'line one\nline two; \\. and ''quotes''';
COMMENT ON COLUMN keepers.mood IS 'COPY zoo.keepers (id) FROM stdin;';
COMMENT ON CONSTRAINT late ON keepers IS 'a constraint';
CREATE UNLOGGED TABLE notes (t text);
INSERT INTO notes VALUES ('kept as well'), (NULL), (''), ('\N'), ('\\.'), (E'\t');
CREATE TABLE no_columns ();
INSERT INTO no_columns DEFAULT VALUES;
INSERT INTO no_columns DEFAULT VALUES;
INSERT INTO no_columns DEFAULT VALUES;
CREATE TABLE empty_table (a integer);
CREATE TABLE typed OF point3 (x WITH OPTIONS NOT NULL DEFAULT 3);
INSERT INTO typed VALUES (1, 2, 'three');
CREATE TABLE by_other_method (a integer) USING heap_too;
INSERT INTO by_other_method VALUES (1);
-- Its CHECK reads another table: data order matters.
CREATE TABLE allowed (v integer);
INSERT INTO allowed VALUES (1), (2);
CREATE FUNCTION is_allowed(integer) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN $1 < 10; END $$;
CREATE TABLE checked (v integer CHECK (is_allowed(v)));
INSERT INTO checked VALUES (1), (2);

-- Another tablespace (Zoo.cpp makes it): of a table, of an index alone, of a partition, of a materialized view.
CREATE TABLE in_space (a integer PRIMARY KEY USING INDEX TABLESPACE zoo_space, b text) TABLESPACE zoo_space;
INSERT INTO in_space SELECT i, 'far ' || i FROM generate_series(1, 12) i;
CREATE TABLE partly_in_space (a integer, b text) PARTITION BY LIST (a);
CREATE TABLE partly_in_space_1 PARTITION OF partly_in_space FOR VALUES IN (1) TABLESPACE zoo_space;
CREATE TABLE partly_in_space_2 PARTITION OF partly_in_space FOR VALUES IN (2);
INSERT INTO partly_in_space VALUES (1, 'far'), (2, 'near');
CREATE INDEX in_space_index ON empty_table (a) TABLESPACE zoo_space;
CREATE MATERIALIZED VIEW view_in_space TABLESPACE zoo_space AS SELECT count(*) FROM in_space;
GRANT CREATE ON TABLESPACE zoo_space TO zoo_owner;

-- Inheritance: a column added to the parent later stands elsewhere in the child after a restore.
CREATE TABLE parent (a integer DEFAULT 1, b text CHECK (b <> ''));
CREATE TABLE child (c integer) INHERITS (parent);
CREATE TABLE second_parent (c integer, d date);
CREATE TABLE two_parents (e integer) INHERITS (parent, second_parent);
INSERT INTO parent VALUES (1, 'p');
INSERT INTO child VALUES (2, 'c', 22);
ALTER TABLE parent ADD COLUMN added text DEFAULT 'new';
ALTER TABLE ONLY child ALTER COLUMN a SET DEFAULT 5;
INSERT INTO child VALUES (3, 'c2', 33, 'given');
INSERT INTO two_parents (a, b, c, d, e, added) VALUES (1, 'b', 2, '2025-01-01', 3, 'x');

-- Partitions: range, list with default and levels, hash by enum (restored through the root), own order of columns.
CREATE TABLE births (id bigint, day date NOT NULL, what mood, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE births_2024 PARTITION OF births FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY RANGE (day);
CREATE TABLE births_2024_early PARTITION OF births_2024 FOR VALUES FROM (MINVALUE) TO ('2024-06-01');
CREATE TABLE other.births_2024_rest PARTITION OF births_2024 DEFAULT;
CREATE TABLE births_2025 (what mood DEFAULT 'sad', x integer, day date NOT NULL, id bigint NOT NULL);
ALTER TABLE births_2025 DROP COLUMN x;
ALTER TABLE births ATTACH PARTITION births_2025 FOR VALUES FROM ('2025-01-01') TO (MAXVALUE);
INSERT INTO births SELECT i, date '2024-01-01' + i * 7, (enum_range(NULL::mood))[1 + i % 4] FROM generate_series(1, 90) i;
CREATE TABLE by_mood (what mood NOT NULL, n integer) PARTITION BY HASH (what);
CREATE TABLE by_mood_0 PARTITION OF by_mood FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE by_mood_1 PARTITION OF by_mood FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE by_mood_2 PARTITION OF by_mood FOR VALUES WITH (MODULUS 3, REMAINDER 2);
INSERT INTO by_mood SELECT (enum_range(NULL::mood))[1 + i % 4], i FROM generate_series(1, 100) i;
CREATE TABLE by_list (what mood, n integer) PARTITION BY LIST (what);
CREATE TABLE by_list_sad PARTITION OF by_list FOR VALUES IN ('sad', NULL);
CREATE TABLE by_list_rest PARTITION OF by_list DEFAULT;
INSERT INTO by_list VALUES ('sad', 1), (NULL, 2), ('angry', 3);
CREATE TABLE by_expression (a integer, b text) PARTITION BY RANGE (double_it(a), lower(b) COLLATE "C");
CREATE TABLE by_expression_all PARTITION OF by_expression DEFAULT;
INSERT INTO by_expression VALUES (1, 'One');
CREATE INDEX births_day ON births (day DESC NULLS LAST);
CREATE INDEX births_only ON ONLY births (what);

-- Indexes of all methods; clustered, partial, expressions, included columns, replica identity.
CREATE UNIQUE INDEX keepers_name ON keepers (name text_pattern_ops) INCLUDE (cage) WHERE name <> '';
CREATE INDEX keepers_expression ON keepers ((lower(kind::text)), (double_it(cage)) DESC);
ALTER INDEX keepers_expression ALTER COLUMN 1 SET STATISTICS 300;
CREATE INDEX keepers_trigrams ON keepers USING gin (added_later gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX keepers_gist ON keepers USING gist (path gist_ltree_ops (siglen = 100));
CREATE INDEX keepers_hash ON keepers USING hash (kind);
CREATE INDEX keepers_brin ON keepers USING brin (id) WITH (pages_per_range = 16);
CREATE INDEX keepers_backwards ON keepers (cage backwards_int);
CREATE INDEX cages_spgist ON cages USING spgist (size);
CREATE OPERATOR CLASS box_too DEFAULT FOR TYPE box USING gist_too AS OPERATOR 3 &&, FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal),
    FUNCTION 2 gist_box_union(internal, internal), FUNCTION 5 gist_box_penalty(internal, internal, internal),
    FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal);
CREATE INDEX cages_gist_too ON cages USING gist_too (size);
ALTER TABLE keepers CLUSTER ON keepers_expression;
ALTER TABLE cages REPLICA IDENTITY FULL;
COMMENT ON INDEX keepers_brin IS 'an index';
CREATE STATISTICS keepers_statistics (ndistinct, dependencies, mcv) ON cage, kind FROM keepers;
ALTER STATISTICS keepers_statistics SET STATISTICS 500;

-- Sequences.
CREATE SEQUENCE plain;
SELECT nextval('plain'), nextval('plain');
CREATE SEQUENCE not_called AS smallint INCREMENT -3 MINVALUE -300 MAXVALUE 9 START 9 CYCLE CACHE 4;
CREATE SEQUENCE owned OWNED BY cages.keeper;
SELECT setval('owned', 12345, false);
GRANT USAGE ON SEQUENCE owned TO zoo_writer;

-- Views, rules, materialized views.
CREATE VIEW keepers_view (id, "the name") WITH (security_barrier = true) AS SELECT id, name FROM keepers WHERE kind IN ('vet', 'feeder') WITH CASCADED CHECK OPTION;
ALTER VIEW keepers_view ALTER COLUMN "the name" SET DEFAULT 'nobody';
CREATE VIEW grouped AS SELECT k.*, count(*) AS n FROM keepers k JOIN cages c ON c.keeper = k.id GROUP BY k.id;
CREATE RECURSIVE VIEW numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 5;
CREATE VIEW mutual AS SELECT 1 AS a;
CREATE FUNCTION mutual_count(mutual) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM mutual';
CREATE OR REPLACE VIEW mutual AS SELECT 1 AS a, 2 AS b;
CREATE RULE keepers_view_insert AS ON INSERT TO keepers_view DO INSTEAD
    (INSERT INTO notes VALUES (NEW."the name"::text || ';'); UPDATE notes SET t = ')' WHERE t = '('; NOTIFY zoo);
CREATE RULE log_delete AS ON DELETE TO notes WHERE OLD.t = '\.' DO ALSO INSERT INTO notes VALUES ('deleted; really');
ALTER TABLE notes DISABLE RULE log_delete;
CREATE MATERIALIZED VIEW counts AS SELECT kind, count(*) AS n FROM keepers GROUP BY kind;
CREATE UNIQUE INDEX counts_kind ON counts (kind);
CREATE MATERIALIZED VIEW counts_of_counts AS SELECT sum(n) AS s FROM counts;
CREATE MATERIALIZED VIEW not_filled AS SELECT * FROM counts WITH NO DATA;
COMMENT ON MATERIALIZED VIEW counts IS 'filled';

-- Triggers.
CREATE TRIGGER before_row BEFORE INSERT OR UPDATE OF mood, kind ON keepers FOR EACH ROW WHEN (NEW.cage > 3) EXECUTE FUNCTION stamp('a', 'b\n');
CREATE CONSTRAINT TRIGGER later AFTER INSERT ON keepers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER seen AFTER UPDATE ON cages REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION stamp();
CREATE TRIGGER on_root AFTER INSERT ON births FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER off AFTER TRUNCATE ON cages EXECUTE FUNCTION stamp();
ALTER TABLE cages DISABLE TRIGGER off, ENABLE ALWAYS TRIGGER seen;
CREATE TRIGGER instead INSTEAD OF DELETE ON keepers_view FOR EACH ROW EXECUTE FUNCTION stamp();
COMMENT ON TRIGGER off ON cages IS 'off';

-- Row security: a role without BYPASSRLS cannot dump these (C02).
CREATE TABLE secret_rows (who text, what text);
INSERT INTO secret_rows VALUES ('zoo_reader', 'one'), ('zoo_writer', 'two'), ('nobody', 'three');
ALTER TABLE secret_rows ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON secret_rows FOR SELECT TO zoo_reader, zoo_writer USING (who = current_user);
CREATE POLICY never_nobody ON secret_rows AS RESTRICTIVE USING (who <> 'nobody') WITH CHECK (who IS NOT NULL);
GRANT SELECT ON secret_rows TO zoo_reader;
COMMENT ON POLICY own_rows ON secret_rows IS 'a policy';

-- Foreign data; the mapping holds a password, so archives are secret.
CREATE SERVER elsewhere TYPE 'postgres' VERSION '15' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'nowhere.invalid', dbname 'it''s');
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE USER MAPPING FOR zoo_reader SERVER elsewhere OPTIONS (user 'u', password 'zoo-mapping-password');
CREATE USER MAPPING FOR PUBLIC SERVER elsewhere OPTIONS (user 'public');
CREATE FOREIGN TABLE far_away (id integer OPTIONS (column_name 'ID'), t text CHECK (t <> '')) SERVER elsewhere OPTIONS (table_name 'far');
CREATE FOREIGN DATA WRAPPER bare NO HANDLER NO VALIDATOR OPTIONS (debug 'true');
GRANT USAGE ON FOREIGN SERVER elsewhere TO zoo_reader;
GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO zoo_writer;

-- Text search.
CREATE TEXT SEARCH TEMPLATE zoo_template (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY zoo_words (TEMPLATE = zoo_template, StopWords = english);
CREATE TEXT SEARCH DICTIONARY zoo_stems (TEMPLATE = pg_catalog.snowball, Language = spanish, StopWords = english);
CREATE TEXT SEARCH PARSER zoo_parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
CREATE TEXT SEARCH CONFIGURATION zoo_search (PARSER = zoo_parser);
ALTER TEXT SEARCH CONFIGURATION zoo_search ADD MAPPING FOR asciiword, word WITH unaccent, zoo_words;
COMMENT ON TEXT SEARCH CONFIGURATION zoo_search IS 'a configuration';

-- Publications and a subscription that never connects; its connection string holds a password.
CREATE PUBLICATION some_tables FOR TABLE keepers, ONLY births WITH (publish = 'insert, truncate', publish_via_partition_root = true);
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE SUBSCRIPTION asleep CONNECTION 'host=nowhere.invalid password=zoo-subscription-password' PUBLICATION p, "q r"
    WITH (connect = false, enabled = false, slot_name = NONE, create_slot = false);

-- Large objects: one with an owner and rights, one empty, one over several pages.
SELECT lo_from_bytea(70001, '\x00ff5c2e0a00'), lo_from_bytea(70002, ''), lo_from_bytea(70003, decode(repeat('00112233445566778899aabbccddeeff', 4000), 'hex'));
ALTER LARGE OBJECT 70001 OWNER TO zoo_owner;
GRANT SELECT ON LARGE OBJECT 70001 TO zoo_reader;
COMMENT ON LARGE OBJECT 70003 IS 'large''s comment';

-- Harmless, but enabled.
CREATE EVENT TRIGGER watching ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION watch();
CREATE EVENT TRIGGER asleep ON sql_drop EXECUTE FUNCTION watch();
ALTER EVENT TRIGGER asleep DISABLE;
COMMENT ON EVENT TRIGGER watching IS 'an event trigger';
