-- Texts that look like the dump's own structure: a scanner must take statements, rows and bodies for what they
-- are (G10, N03, design section 5).
CREATE SCHEMA texts;
SET search_path = texts;

-- Rows.
CREATE TABLE lines (id serial PRIMARY KEY, t text);
INSERT INTO lines (t) VALUES ('\.'), (E'\\.\n'), (E'\n\\.\n'), (E'x\n\\.\ny'), ('\N'), ('\\N'), (NULL), (''), (' '),
    ('COPY texts.lines (id, t) FROM stdin;'), (E'1\tx\n\\.\n\nCOPY texts.lines (id, t) FROM stdin;\n'),
    ('-- PostgreSQL database dump complete'), (E'--\n-- PostgreSQL database dump complete\n--\n'),
    ('\restrict abcdefghijklmnop'), (E'\\unrestrict abc\n'), ('\connect postgres'), ('\! touch /tmp/zoo-was-here'),
    ('-- Name: lines; Type: TABLE DATA; Schema: texts; Owner: -'), ('$$'), ('$_$'), (''''), ('"'), ('E''\'''),
    (E'\r'), (E'a\rb\r\nc\n'), (E'\b\f\v\t'), (E'\x01\x1b[31m\x7f'), (U&'\00A0\200B\202E\FEFF'), ('🐄'), (E'tab\t\\t'),
    (repeat('\', 1000)), (repeat(E'\n', 1000)), (repeat('long ', 30000));
CREATE TABLE only_text (t text);
INSERT INTO only_text VALUES ('\.'), (''), (NULL), ('\N'), (E'\\.\n\\.');
CREATE TABLE binary_and_text (b bytea, t text);
INSERT INTO binary_and_text VALUES ('\x5c2e0a5c2e0a', '\x5c2e'), ('\x', E'\\.'), (NULL, NULL), (decode(md5('b'), 'hex'), '\x');

-- Bodies, defaults, comments and definitions.
CREATE FUNCTION body() RETURNS void LANGUAGE plpgsql AS $outer$
BEGIN
    EXECUTE $x$ SELECT 1; $x$;
    -- COPY texts.lines (id, t) FROM stdin;
    -- \.
    RAISE NOTICE E'\\. %', '
COPY texts.lines (id, t) FROM stdin;
1	one
\.
';
    /* nested /* -- PostgreSQL database dump complete */ ; */
END;
$outer$;
CREATE FUNCTION single_quoted() RETURNS text LANGUAGE sql AS '
SELECT ''COPY texts.lines (id, t) FROM stdin;
\.
-- PostgreSQL database dump complete''::text';
CREATE FUNCTION "looks like; COPY x FROM stdin;"(a text DEFAULT E'\\.\n;''', b text DEFAULT '$$;') RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE TABLE defaults (
    a text DEFAULT E'\n\\.\n',
    b text DEFAULT 'COPY texts.defaults (a) FROM stdin;',
    c text DEFAULT E'\\',
    "d; e" text CHECK ("d; e" <> E'\n--;\\'),
    f text DEFAULT '/* not a comment', g text DEFAULT '*/ -- nor this'
);
INSERT INTO defaults DEFAULT VALUES;
COMMENT ON TABLE defaults IS 'one
COPY texts.lines (id, t) FROM stdin;
1	one
\.

--
-- PostgreSQL database dump complete
--
\unrestrict key';
CREATE VIEW texts_view AS SELECT '
\.
COPY texts.lines FROM stdin;' AS a, E'\\''' AS b, $$;$$ AS c WHERE '(' <> ')';
CREATE RULE two AS ON INSERT TO only_text WHERE NEW.t = ');' DO ALSO (INSERT INTO lines (t) VALUES ('a;)'); INSERT INTO lines (t) VALUES ($$(;$$));
CREATE TYPE labels AS ENUM ('a;b', 'COPY x FROM stdin;', E'\\.', E'new\nline', '''', '$$');
CREATE TABLE of_labels (l labels DEFAULT E'\\.');
INSERT INTO of_labels SELECT unnest(enum_range(NULL::labels));
CREATE PUBLICATION "pub; -- x";
