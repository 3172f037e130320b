-- Masclet Imperi: the sample database. Cattle of eleven farms, their births, papers and history.
-- Everything in it is made up and every load gives the same rows:
--     createdb -E UTF8 -T template0 masclet_imperi
--     psql -X -q -v ON_ERROR_STOP=1 -f masclet_imperi.sql masclet_imperi
-- The text holds on purpose what a backup may not lose: accents, an emoji, non-breaking spaces, tabs,
-- backslashes, line breaks, and the two characters that end COPY data.

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET timezone = 'UTC';
SET client_min_messages = warning;
BEGIN;

-- A repeatable number from 0 to n - 1; lives only as long as this session.
CREATE FUNCTION pg_temp.tria(llavor text, n integer) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT ('x' || left(md5(llavor), 7))::bit(28)::integer % n $$;

CREATE FUNCTION public.marca_actualitzacio() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$$;

CREATE TABLE public.explotacions (
    id serial PRIMARY KEY,
    nom text NOT NULL UNIQUE,
    municipi text NOT NULL,
    responsable text,
    activa boolean NOT NULL DEFAULT true
);

CREATE TABLE public.users (
    id serial PRIMARY KEY,
    username text NOT NULL UNIQUE,
    full_name text NOT NULL,
    email text,
    password_hash text NOT NULL,
    role text NOT NULL CHECK (role IN ('administrador', 'gerente', 'editor', 'usuario')),
    preferences jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    last_login timestamptz
);

CREATE TABLE public.animals (
    id serial PRIMARY KEY,
    explotacio text NOT NULL REFERENCES public.explotacions (nom) ON UPDATE CASCADE,
    nom text NOT NULL,
    genere text NOT NULL CHECK (genere IN ('M', 'F')),
    estado text NOT NULL DEFAULT 'OK' CHECK (estado IN ('OK', 'DEF')),
    alletar text NOT NULL DEFAULT '0' CHECK (alletar IN ('0', '1', '2')),
    pare text,
    mare text,
    quadra text,
    cod text UNIQUE,
    num_serie text UNIQUE,
    dob date,
    observacions text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE TABLE public.parts (
    id serial PRIMARY KEY,
    animal_id integer NOT NULL REFERENCES public.animals (id) ON DELETE CASCADE,
    part date NOT NULL,
    genere_fill text NOT NULL CHECK (genere_fill IN ('M', 'F', 'esforrada')),
    estat_fill text NOT NULL CHECK (estat_fill IN ('OK', 'DEF')),
    numero_part integer NOT NULL CHECK (numero_part > 0),
    observacions text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (animal_id, numero_part)
);

CREATE TABLE public.animal_history (
    id bigserial PRIMARY KEY,
    animal_id integer NOT NULL REFERENCES public.animals (id) ON DELETE CASCADE,
    user_id integer REFERENCES public.users (id) ON DELETE SET NULL,
    changed_at timestamptz NOT NULL,
    action text NOT NULL,
    changes jsonb NOT NULL
);

CREATE TABLE public.imports (
    id serial PRIMARY KEY,
    file_name text NOT NULL,
    file_size bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('completed', 'failed', 'running')),
    result jsonb,
    user_id integer REFERENCES public.users (id),
    created_at timestamptz NOT NULL,
    finished_at timestamptz
);

CREATE TABLE public.documents (
    id serial PRIMARY KEY,
    animal_id integer REFERENCES public.animals (id) ON DELETE SET NULL,
    titol text NOT NULL,
    mime text NOT NULL,
    content bytea NOT NULL,
    scanned_at timestamptz NOT NULL
);

COMMENT ON TABLE public.animals IS 'Bestiar: una fila per animal, també els que ja no hi són (estado = DEF)';
COMMENT ON COLUMN public.animals.alletar IS '0: no alleta; 1: un vedell; 2: dos vedells';
COMMENT ON TABLE public.parts IS 'Partos registrados; «esforrada» es un parto malogrado';

INSERT INTO public.explotacions (nom, municipi, responsable, activa) VALUES
    ('Gurans', 'Vilaller', 'Núria Solé i Puig', true),
    ('Mas Bordes', 'el Pont de Suert', 'Joan-Ramon Farré', true),
    ('Can Ferrer', 'Sant Esteve d''en Bas', 'Montserrat Güell', true),
    ('L''Espluga', 'la Vall de Boí', NULL, true),
    ('Els Rocs', 'Rialp', 'Àngels Vidal', true),
    ('Pla de l''Ós', 'Sort', 'Iñaki Peñalver', true),
    ('Cal Xic', 'Esterri d''Àneu', 'Mercè Comas', true),
    ('Finca El Cañaveral', 'Monzón', 'Íñigo Muñoz Ibáñez', true),
    ('Dehesa Peña Águila', 'Trujillo', 'María José Núñez', true),
    ('Corral del Río', 'Graus', 'Óscar Güemes', true),
    ('La Solana', 'Llavorsí', NULL, false);

INSERT INTO public.users (username, full_name, email, password_hash, role, preferences, created_at, last_login)
SELECT u.username, u.full_name, u.username || '@masclet.example',
       '$2b$12$' || left(replace(encode(decode(md5(u.username) || md5(u.full_name), 'hex'), 'base64'), '+', '.'), 43),
       u.role, u.preferences::jsonb, timestamptz '2023-01-09 08:00:00+00' + u.n * interval '11 days',
       CASE WHEN u.n <> 5 THEN timestamptz '2025-02-17 18:30:00+00' - u.n * interval '7 hours' END
FROM (VALUES
    (1, 'admin', 'Administración', 'administrador', '{"idioma": "es", "tema": "fosc", "files_per_pàgina": 50}'),
    (2, 'ramon', 'Ramon Farré i Solé', 'gerente', '{"idioma": "ca", "avisos": ["parts", "còpies"]}'),
    (3, 'nuria', 'Núria Solé i Puig', 'editor', '{"idioma": "ca", "última_explotació": "Gurans"}'),
    (4, 'inaki', 'Iñaki Peñalver', 'editor', '{"idioma": "es", "decimales": 2.50}'),
    (5, 'convidat', 'Convidat / Invitado', 'usuario', '{}')
) AS u (n, username, full_name, role, preferences);

-- 347 animals. A name is a hand-written one or the old-style number of the herd book.
INSERT INTO public.animals (explotacio, nom, genere, estado, alletar, pare, mare, quadra, cod, num_serie, dob,
                            observacions, created_at, updated_at)
SELECT e.nom,
       CASE WHEN pg_temp.tria('r' || i, 4) = 0 THEN 'R-' || (10 + i)
            WHEN pg_temp.tria('g' || i, 100) < 12 THEN m.noms[1 + i % cardinality(m.noms)]
            ELSE f.noms[1 + pg_temp.tria('f' || i, cardinality(f.noms))] || CASE WHEN i > 150 THEN ' ' || (i / 50) ELSE '' END
       END,
       CASE WHEN pg_temp.tria('g' || i, 100) < 12 THEN 'M' ELSE 'F' END,
       CASE WHEN pg_temp.tria('e' || i, 100) < 9 THEN 'DEF' ELSE 'OK' END,
       CASE WHEN pg_temp.tria('g' || i, 100) < 12 THEN '0' ELSE (pg_temp.tria('a' || i, 5) / 2)::text END,
       CASE WHEN pg_temp.tria('p' || i, 3) > 0 THEN m.noms[1 + pg_temp.tria('pare' || i, cardinality(m.noms))] END,
       CASE WHEN pg_temp.tria('m' || i, 3) > 0 THEN f.noms[1 + pg_temp.tria('mare' || i, cardinality(f.noms))] END,
       CASE WHEN pg_temp.tria('q' || i, 5) > 0 THEN 'Quadra ' || chr(65 + pg_temp.tria('quadra' || i, 6)) END,
       CASE WHEN pg_temp.tria('c' || i, 12) > 0 THEN to_char(7000 + i * 3, 'FM0000') END,
       CASE WHEN pg_temp.tria('s' || i, 9) > 0 THEN 'ES' || to_char(90700000000 + i * 7919, 'FM000000000000') END,
       CASE WHEN pg_temp.tria('d' || i, 20) > 0 THEN date '2009-03-01' + pg_temp.tria('dob' || i, 4900) END,
       CASE WHEN pg_temp.tria('o' || i, 3) = 0 THEN o.frases[1 + pg_temp.tria('obs' || i, cardinality(o.frases))] END,
       timestamptz '2023-02-01 09:00:00+00' + i * interval '37 minutes',
       timestamptz '2024-06-01 09:00:00+00' + pg_temp.tria('u' || i, 260000) * interval '1 minute'
FROM generate_series(1, 347) AS i
JOIN public.explotacions e ON e.id = 1 + least(pg_temp.tria('x' || i, 14), pg_temp.tria('y' || i, 11)) % 11
CROSS JOIN (SELECT ARRAY['Estrella', 'Roseta', 'Marquesa', 'Bruna', 'Negreta', 'Xocolata', 'Núria', 'Flor de Neu',
    'Pinyolera', 'Mèl·lia', 'Garoina', 'Boirosa', 'Cigüeña', 'Paloma', 'Señorita', 'Morena', 'Canyella', 'Lluna',
    'Perla', 'Ginesta', 'Àgata', 'Violeta', 'Golondrina', 'Mariñosa', 'Façanya', 'Cervata'] AS noms) AS f
CROSS JOIN (SELECT ARRAY['Imperi', 'Masclet', 'Emperador', 'Tarzán', 'Ñandú', 'Pinxo', 'Xato', 'Romaní', 'Vencedor',
    'Llamp', 'Júpiter'] AS noms) AS m
CROSS JOIN (SELECT ARRAY['Coixeja de la pota dreta', 'Producció molt bona, millor línia de la casa',
    'Vacunada y revisada por el veterinario', 'Necessita dieta especial', 'Viene de la feria de Barbastro',
    'Part difícil; cal vigilar-la', 'Dócil, la llevan los niños', 'Té por dels gossos'] AS frases) AS o
ORDER BY i;

-- The rows that make careless tools stumble.
UPDATE public.animals SET observacions = E'primera línia\nsegona línia\r\ntercera, amb\ttabulador' WHERE id = 11;
UPDATE public.animals SET observacions = E'\\.' WHERE id = 22;
UPDATE public.animals SET observacions = E'abans\n\\.\ndesprés' WHERE id = 23;
UPDATE public.animals SET observacions = 'C:\dades\notes\N i també \\servidor\còpies' WHERE id = 33;
UPDATE public.animals SET observacions = 'la millor vaca 🐄 de l''any' WHERE id = 44;
UPDATE public.animals SET observacions = U&'espai\00A0dur, 12\00A0500\00A0\20AC, gui\00F3\2011dur' WHERE id = 55;
UPDATE public.animals SET observacions = '' WHERE id = 66;
UPDATE public.animals SET observacions = '-- PostgreSQL database dump complete' WHERE id = 77;
UPDATE public.animals SET observacions = 'COPY public.animals (id) FROM stdin;' WHERE id = 88;
UPDATE public.animals SET nom = 'Ñoña «la d''en Pau» "X"' WHERE id = 99;

-- About 1,500 births, one a year and mother.
INSERT INTO public.parts (animal_id, part, genere_fill, estat_fill, numero_part, observacions, created_at, updated_at)
SELECT a.id, d.part,
       CASE WHEN t.s < 48 THEN 'F' WHEN t.s < 96 THEN 'M' ELSE 'esforrada' END,
       CASE WHEN t.s >= 96 OR pg_temp.tria('ef' || a.id || n, 100) < 6 THEN 'DEF' ELSE 'OK' END,
       n,
       CASE pg_temp.tria('po' || a.id || n, 25)
            WHEN 0 THEN 'Cesària' WHEN 1 THEN 'Parto sin incidencias' WHEN 2 THEN E'bessonada\tel segon, mort' END,
       d.part + time '07:15', d.part + time '19:40'
FROM public.animals a
CROSS JOIN LATERAL generate_series(1, 1 + pg_temp.tria('np' || a.id, 15)) AS n
CROSS JOIN LATERAL (SELECT coalesce(a.dob, date '2014-05-01') + 700 + n * 371 + pg_temp.tria('pd' || a.id || n, 60)) AS d (part)
CROSS JOIN LATERAL (SELECT pg_temp.tria('gf' || a.id || n, 100)) AS t (s)
WHERE a.genere = 'F' AND d.part <= date '2025-02-17'
ORDER BY a.id, n;

INSERT INTO public.animal_history (animal_id, user_id, changed_at, action, changes)
SELECT 1 + pg_temp.tria('h' || i, 347),
       CASE WHEN pg_temp.tria('hu' || i, 10) > 0 THEN 1 + pg_temp.tria('hv' || i, 4) END,
       timestamptz '2023-03-01 07:00:00+00' + i * interval '5 hours 13 minutes',
       (ARRAY['alta', 'canvi', 'part', 'baja'])[1 + pg_temp.tria('ha' || i, 4)],
       jsonb_build_object('camp', (ARRAY['quadra', 'alletar', 'observacions'])[1 + pg_temp.tria('hc' || i, 3)],
                          'abans', CASE WHEN i % 3 > 0 THEN left(md5('ha' || i), 6) END,
                          'després', left(md5('hd' || i), 6), 'pes_kg', round(400 + pg_temp.tria('hp' || i, 3000) / 10.0, 1))
FROM generate_series(1, 2600) AS i;

INSERT INTO public.imports (file_name, file_size, state, result, user_id, created_at, finished_at)
SELECT 'importació ' || to_char(date '2023-01-15' + i * 21, 'YYYY-MM-DD') || '.csv',
       4000 + pg_temp.tria('if' || i, 90000),
       CASE WHEN i = 36 THEN 'running' WHEN i % 9 = 0 THEN 'failed' ELSE 'completed' END,
       CASE WHEN i < 36 THEN jsonb_build_object('llegides', 20 + i, 'errors', CASE WHEN i % 9 = 0
            THEN '["línia 3: «gènere» desconegut", "línea 8: fecha \\N"]'::jsonb ELSE '[]'::jsonb END) END,
       1 + i % 4, timestamptz '2023-01-15 10:00:00+00' + i * interval '21 days',
       CASE WHEN i < 36 THEN timestamptz '2023-01-15 10:00:09+00' + i * interval '21 days' END
FROM generate_series(1, 36) AS i;

-- Scans do not compress: together they make the dump about 2 MiB, so that "greater than 1 MB" is met.
INSERT INTO public.documents (animal_id, titol, mime, content, scanned_at)
SELECT CASE WHEN i % 7 > 0 THEN 1 + pg_temp.tria('doc' || i, 347) END,
       (ARRAY['Guia de trànsit', 'Certificado veterinario', 'Fitxa genealògica'])[1 + i % 3] || ' núm. ' || i,
       'image/jpeg',
       '\xffd8ffe000104a46494600010100000100010000'::bytea || s.scan || '\xffd9'::bytea,
       timestamptz '2024-01-10 12:00:00+00' + i * interval '3 days'
FROM generate_series(1, 44) AS i
CROSS JOIN LATERAL (SELECT decode(string_agg(md5('scan ' || i || ' ' || g), '' ORDER BY g), 'hex') AS scan
                    FROM generate_series(1, 1800 + pg_temp.tria('size' || i, 1600)) AS g) AS s;

CREATE INDEX animals_explotacio_idx ON public.animals (explotacio, estado);
CREATE INDEX parts_part_idx ON public.parts (part DESC);
CREATE INDEX animal_history_changes_idx ON public.animal_history USING gin (changes);
CREATE TRIGGER animals_actualitzacio BEFORE UPDATE ON public.animals
    FOR EACH ROW EXECUTE FUNCTION public.marca_actualitzacio();

CREATE VIEW public.resum_explotacions AS
SELECT a.explotacio, count(*) AS animals, count(*) FILTER (WHERE a.genere = 'M') AS mascles,
       sum((SELECT count(*) FROM public.parts p WHERE p.animal_id = a.id)) AS parts
FROM public.animals a
WHERE a.estado = 'OK'
GROUP BY a.explotacio;

-- Numbers once given are never given again: the sequences run ahead of the rows.
DO $$
BEGIN
    PERFORM setval('public.animals_id_seq', 412), setval('public.parts_id_seq', 2000),
            setval('public.animal_history_id_seq', 10000), setval('public.documents_id_seq', 60);
END;
$$;

COMMIT;
