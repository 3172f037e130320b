-- Names with every kind of odd character (N03, N04): each as schema, table, column, sequence, index, constraint,
-- type, label, function, view, trigger, policy, role member. pg_dump writes them in statements and in its
-- "-- Name:" comments, where ";" stands as it is.
DO $do$
DECLARE
    odd text;
BEGIN
    FOREACH odd IN ARRAY ARRAY[
        'a b', 'UPPER', 'select', 'a"b', 'a''b', 'a\b', '\.', '\', '$$', '$1', '%s%n', 'a.b', 'A.b*', '?', 'a/b', 'a_b', '../x',
        'a;b', '--', '/*', 'x; Type: INDEX; Schema: public', '-- Name: y; Type: TABLE DATA', 'COPY public.t (a) FROM stdin;',
        E'new\nline', E'\n', E'carriage\rreturn', E'\r\n', E'tab\t', E'\x01\x1b[31mred', ' ', ' leading', 'trailing ',
        'ñandú_日本', '😀', U&'\202Egnp.exe', U&'no\00A0break', U&'e\0301', '<b>&amp;', '{"json":"x"}', '`id`', '$(id)', '-Fx', 'host=/x dbname=y',
        'postgresql://evil/x', 'template0', rpad('sixty_three_', 63, 'x'), repeat('é', 31) || 'x', repeat('日', 21), '0', 'NULL', '*']
    LOOP
        EXECUTE format('CREATE SCHEMA %I', odd);
        EXECUTE format('CREATE TYPE %1$I.%1$I AS ENUM (%1$L, ''other'')', odd);
        EXECUTE format('CREATE SEQUENCE %1$I.%2$I', odd, left(odd, 20) || ' seq');
        EXECUTE format('SELECT nextval(%L)', format('%I.%I', odd, left(odd, 20) || ' seq'));
        EXECUTE format('CREATE TABLE %1$I.%2$I (%1$I integer CONSTRAINT %1$I CHECK (%1$I > 0), t text, l %1$I.%1$I, CONSTRAINT %3$I UNIQUE (%1$I))',
                       odd, left(odd, 20) || ' tab', left(odd, 20) || ' uni');
        EXECUTE format('INSERT INTO %1$I.%2$I VALUES (1, %3$L, %1$L), (2, NULL, NULL), (3, ''x'', ''other'')', odd, left(odd, 20) || ' tab', odd);
        EXECUTE format('CREATE INDEX %3$I ON %1$I.%2$I (lower(t)) WHERE %1$I > 1', odd, left(odd, 20) || ' tab', left(odd, 20) || ' idx');
        EXECUTE format('CREATE VIEW %1$I.%3$I AS SELECT %1$I AS %1$I FROM %1$I.%2$I', odd, left(odd, 20) || ' tab', left(odd, 20) || ' view');
        EXECUTE format('CREATE FUNCTION %1$I.%1$I(%1$I integer) RETURNS text LANGUAGE sql AS %2$L', odd, 'SELECT ' || quote_literal(odd));
        EXECUTE format('ALTER TABLE %1$I.%2$I ENABLE ROW LEVEL SECURITY', odd, left(odd, 20) || ' tab');
        EXECUTE format('CREATE POLICY %1$I ON %1$I.%2$I USING (%1$I <> 9)', odd, left(odd, 20) || ' tab');
        EXECUTE format('COMMENT ON TABLE %1$I.%2$I IS %1$L', odd, left(odd, 20) || ' tab');
        EXECUTE format('COMMENT ON COLUMN %1$I.%2$I.%1$I IS %3$L', odd, left(odd, 20) || ' tab', E'\\.\n' || odd);
    END LOOP;
END;
$do$;
CREATE TABLE public."owned by odd roles" (a integer);
INSERT INTO public."owned by odd roles" VALUES (1);
ALTER TABLE public."owned by odd roles" OWNER TO "zoo
line";
GRANT SELECT, UPDATE (a) ON public."owned by odd roles" TO "Zoo ""Keeper"" 'ñ' \ $$ 日本";
