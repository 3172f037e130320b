-- Values at the edges of every built-in type (C14): what text form cannot carry exactly would show here.
CREATE SCHEMA types;
SET search_path = types;
SET TimeZone = 'Europe/Madrid';
CREATE TABLE numbers (s smallint, i integer, b bigint, n numeric, p numeric(1000, 500), r real, d double precision, m money, bit1 bit(9), bits bit varying);
INSERT INTO numbers VALUES
    (-32768, -2147483648, -9223372036854775808, 'NaN', 'NaN', 'NaN', 'NaN', '-92233720368547758.08', B'000000001', B''),
    (32767, 2147483647, 9223372036854775807, repeat('9', 1000)::numeric, repeat('9', 500)::numeric, 'Infinity', '-Infinity', '92233720368547758.07', B'111111111', repeat('10', 500)::bit varying),
    (0, 0, 0, ('0.' || repeat('0', 999) || '1')::numeric, 0, '-0', '-0', '0', NULL, NULL),
    (1, 1, 1, '1.10', '1.5', 1e-45, 5e-324, NULL, NULL, NULL), (NULL, NULL, NULL, '-1e131071', NULL, 3.4028235e38, 1.7976931348623157e308, NULL, NULL, NULL),
    (NULL, NULL, NULL, 0.1, NULL, 0.1, 0.1 + 0.2::float8, NULL, NULL, NULL), (NULL, NULL, NULL, 1e-20, NULL, 1.17549435e-38, 2.2250738585072014e-308, NULL, NULL, NULL);
CREATE TABLE times (d date, t time, tz time with time zone, ts timestamp, tstz timestamptz, i interval, p timestamptz(0));
INSERT INTO times VALUES
    ('infinity', '00:00', '00:00+15:59', 'infinity', 'infinity', '178000000 years', '2025-02-18 01:00+01'),
    ('-infinity', '24:00', '24:00-15:59', '-infinity', '-infinity', '-178000000 years', NULL),
    ('5874897-12-31', '23:59:59.999999', '12:00:00.000001+02:30:30', '294276-12-31 23:59:59.999999', '294276-12-31 23:59:59.999999+00', '1 mon -1 day 00:00:00.000001', NULL),
    ('4713-01-01 BC', NULL, NULL, '4713-01-01 00:00 BC', '4713-11-24 00:00:00+00 BC', '-1 years 2 mons -3 days 04:05:06.7', NULL),
    ('0001-12-31 BC', NULL, NULL, '2025-03-30 02:30', '2025-10-26 02:30+02', '0', '1893-01-01 00:00:00+00:14:44'),
    ('2025-02-18', NULL, NULL, '1999-12-31 23:59:60', '2025-10-26 02:30+01', 'P1Y2M3DT4H5M6.789S', NULL);
CREATE TABLE texts (c character(5), v character varying(5), t text, n name, q "char", b bytea);
INSERT INTO texts VALUES ('ab', 'ab   ', ' x ', 'name', 'x', '\x00'), ('', '', '', '', '', ''), ('é😀', 'éèêëE', 'e' || U&'\0301', repeat('é', 31), '\', '\xdeadbeef'),
    (NULL, NULL, NULL, NULL, NULL, NULL), ('\.', '\.', '\.', '\.', E'\t', '\x5c2e'),
    (NULL, NULL, NULL, NULL, NULL, (SELECT decode(string_agg(lpad(to_hex(i), 2, '0'), ''), 'hex') FROM generate_series(0, 255) i));
CREATE TABLE arrays (a integer[], b text[], c integer[][], d numeric[], e timestamptz[], f bytea[], g json[], h box[]);
INSERT INTO arrays VALUES ('{}', '{NULL,"NULL","",a,"a b","\"","\\","{}",","}', '{{1,2},{3,NULL}}', '{NaN,1.10}', '{infinity,"2025-02-18 02:00+01"}', ARRAY['\x5c'::bytea, '\x'], ARRAY['{"a": [1,  2]}'::json, '"\\"'], '{(1,2),(3,4);(0,0),(1,1)}'),
    ('[-2:0]={1,2,3}', '[2:2][3:4]={{x,y}}', '[0:0][0:1]={{9,8}}', NULL, NULL, NULL, NULL, NULL), (NULL, ARRAY[E'\\.', E'\n', E'\t'], NULL, NULL, NULL, NULL, NULL, NULL);
CREATE TABLE documents (j json, b jsonb, x xml, tv tsvector, tq tsquery, p jsonpath);
INSERT INTO documents VALUES
    ('{"a":1,  "a":2, "n":1.000, "u":"\u00e9\ud83d\ude00", "s":"\\. \n"}', '{"b": 1.50, "a": [null, true, 1e400, "\\."], "": {}}', '<a b="c">é &amp; <![CDATA[ \. ]]></a>', 'a:1A b:2,3B ''it''''s'' ''\\.''', '''a'' & !(b | ''c d'':*AB) <2> e', '$."a b"[*] ? (@ > 1)'),
    ('null', 'null', '', '', '', '$'), (' [ ] ', '[]', 'only text', NULL, NULL, 'strict $.a'), (NULL, NULL, NULL, NULL, NULL, NULL);
CREATE TABLE ranges (i int4range, n numrange, d daterange, ts tsrange, tz tstzrange);
INSERT INTO ranges VALUES ('empty', 'empty', 'empty', 'empty', 'empty'), ('[1,5]', '(1.10,)', '[2025-01-01,infinity)', '(,)', '[2025-03-30 01:00+01,2025-10-26 03:00+01]'), (NULL, '[NaN,NaN]', '(,infinity]', NULL, NULL);
CREATE TABLE places (p point, l line, s lseg, b box, pa path, po polygon, c circle);
INSERT INTO places VALUES ('(1e-300,-0)', '{1,-1,0.5}', '[(0,0),(1,1)]', '((1,2),(3,4))', '[(0,0),(1,1),(2,0)]', '((0,0),(1,1),(2,0))', '<(0,0),0.1>'), ('(Infinity,NaN)', NULL, NULL, NULL, '((0,0))', NULL, '<(1,2),Infinity>');
CREATE TABLE various (u uuid, i inet, c cidr, m macaddr, m8 macaddr8, l pg_lsn, s txid_snapshot, ps pg_snapshot, o oid, rc regclass, rt regtype, rp regprocedure, rr regrole, tid tid, xid xid8, bo boolean);
INSERT INTO various VALUES ('00000000-0000-0000-0000-000000000000', '::ffff:1.2.3.4/96', '2001:db8::/32', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', 'FFFFFFFF/FFFFFFFF', '10:20:10,14,15', '10:20:10,14,15', 4294967295, 'types.places', 'integer[]', 'pg_catalog.lower(text)', 'pg_monitor', '(4294967295,65535)', '18446744073709551615', true),
    (NULL, '10.0.0.1', '10.0.0.0/8', NULL, NULL, '0/0', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, false);
CREATE TYPE inner_pair AS (a integer, "b c" text);
CREATE TYPE pair AS (one inner_pair, many inner_pair[], d date);
CREATE DOMAIN checked AS pair CHECK ((VALUE).d > '1900-01-01');
CREATE TABLE composites (p pair, c checked, a pair[]);
INSERT INTO composites VALUES (ROW(ROW(1, E'a "b", (c) \\. \n'), ARRAY[ROW(NULL, '')::inner_pair, NULL], '2025-02-18'), ROW(NULL, NULL, '1999-01-01')::pair, ARRAY[NULL, ROW(ROW(NULL, NULL), '{}', NULL)::pair]), (NULL, NULL, NULL), (ROW(NULL, NULL, NULL), NULL, '{}');
