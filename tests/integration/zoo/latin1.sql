-- A LATIN1 database: bytes over 0x7f in rows, names, comments and bodies; a dump is never transcoded (C06).
SET client_encoding = 'UTF8';
CREATE TABLE "bestiar_çà" ("població" text PRIMARY KEY, n integer);
INSERT INTO "bestiar_çà" VALUES ('el Pont de Suert', 1), ('Cañaveral', 2), (U&'\00A0\00AD\00FF\0085', 3), ('ÀÉÍÓÚ ç l·l ¿¡', 4);
COMMENT ON TABLE "bestiar_çà" IS 'comentari amb accents: ñ, ç, é';
CREATE FUNCTION "funció"() RETURNS text LANGUAGE sql AS 'SELECT ''ñ''::text';
