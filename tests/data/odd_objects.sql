--
-- PostgreSQL database dump
--

\restrict FJVTPgb6VJX56HN8KbvSow71JEM9OuMOl8v8PndsUsPJNH9QFNDMHWdCBPF5XMx

-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: we.ird "sch"; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA "we.ird ""sch""";


ALTER SCHEMA "we.ird ""sch""" OWNER TO postgres;

--
-- Name: e; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.e AS ENUM (
    'a;',
    'b''',
    'c\'
);


ALTER TYPE public.e OWNER TO postgres;

--
-- Name: begin(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.begin() RETURNS integer
    LANGUAGE sql
    RETURN 1;


ALTER FUNCTION public.begin() OWNER TO postgres;

--
-- Name: et(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.et() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$begin null; end$$;


ALTER FUNCTION public.et() OWNER TO postgres;

--
-- Name: f1(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f1() RETURNS text
    LANGUAGE sql
    AS $$ select 'COPY t FROM stdin;
1	a
\.
-- PostgreSQL database dump complete
'::text; $$;


ALTER FUNCTION public.f1() OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: log; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.log (
    id integer,
    w text
);


ALTER TABLE public.log OWNER TO postgres;

--
-- Name: f2(integer); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f2(n integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (n > 0) THEN
             CASE n
                 WHEN 1 THEN 10
                 ELSE 20
             END
             ELSE 0
         END AS "case";
 INSERT INTO public.log (id, w)
   VALUES (f2.n, 'x;y'::text);
 SELECT n AS n;
END;


ALTER FUNCTION public.f2(n integer) OWNER TO postgres;

--
-- Name: f4(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f4() RETURNS text
    LANGUAGE plpgsql
    AS $_$ begin return $$a$$ || $x$ ; $x$; end $_$;


ALTER FUNCTION public.f4() OWNER TO postgres;

--
-- Name: f5(text, text); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f5(a text DEFAULT 'x;y''z'::text, b text DEFAULT '\'::text) RETURNS text
    LANGUAGE plpgsql
    AS $$begin return a; end$$;


ALTER FUNCTION public.f5(a text, b text) OWNER TO postgres;

--
-- Name: p3(integer); Type: PROCEDURE; Schema: public; Owner: postgres
--

CREATE PROCEDURE public.p3(IN n integer)
    LANGUAGE sql
    BEGIN ATOMIC
 INSERT INTO public.log (id, w)
   VALUES (p3.n,
         CASE
             WHEN (p3.n = 1) THEN 'end;'::text
             ELSE 'begin'::text
         END);
END;


ALTER PROCEDURE public.p3(IN n integer) OWNER TO postgres;

--
-- Name: =-=; Type: OPERATOR; Schema: public; Owner: postgres
--

CREATE OPERATOR public.=-= (
    FUNCTION = int4eq,
    LEFTARG = integer,
    RIGHTARG = integer
);


ALTER OPERATOR public.=-= (integer, integer) OWNER TO postgres;

--
-- Name: UPPER; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public."UPPER" (
    "Col" integer,
    "select" integer
);


ALTER TABLE public."UPPER" OWNER TO postgres;

--
-- Name: longrow; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.longrow (
    t text
);


ALTER TABLE public.longrow OWNER TO postgres;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    id integer NOT NULL,
    v text,
    CONSTRAINT c CHECK (((v <> 'a;b'::text) AND (v !~ '\\'::text)))
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: TABLE t; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON TABLE public.t IS 'semi; colon '' quote \ backslash
-- PostgreSQL database dump complete
\restrict abc
COPY t FROM stdin;';


--
-- Name: mv; Type: MATERIALIZED VIEW; Schema: public; Owner: postgres
--

CREATE MATERIALIZED VIEW public.mv AS
 SELECT count(*) AS count
   FROM public.t
  WITH NO DATA;


ALTER TABLE public.mv OWNER TO postgres;

--
-- Name: part; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.part (
    k integer
)
PARTITION BY HASH (k);


ALTER TABLE public.part OWNER TO postgres;

--
-- Name: part0; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.part0 (
    k integer
);


ALTER TABLE public.part0 OWNER TO postgres;

--
-- Name: t_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.t_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.t_id_seq OWNER TO postgres;

--
-- Name: t_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;


--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT t.id,
    (t.v || '\'::text) AS "weird ;"
   FROM public.t
  WHERE (t.v <> ';'::text);


ALTER TABLE public.v OWNER TO postgres;

--
-- Name: x; Type: INDEX; Schema: public; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public."x; Type: INDEX; Schema: public" (
    i integer
);


ALTER TABLE public."x; Type: INDEX; Schema: public" OWNER TO postgres;

--
-- Name: zero; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.zero (
);


ALTER TABLE public.zero OWNER TO postgres;

--
-- Name: multi line; Type: TABLE; Type: TABLE; Schema: we.ird "sch"; Owner: postgres
--

CREATE TABLE "we.ird ""sch"""."multi
line; Type: TABLE" (
    "a ""b""" integer,
    "c
d" text,
    "x,y)" text
);


ALTER TABLE "we.ird ""sch"""."multi
line; Type: TABLE" OWNER TO postgres;

--
-- Name: part0; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.part ATTACH PARTITION public.part0 FOR VALUES WITH (modulus 1, remainder 0);


--
-- Name: t id; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);


--
-- Name: 777; Type: BLOB; Schema: -; Owner: postgres
--

SELECT pg_catalog.lo_create('777');


ALTER LARGE OBJECT 777 OWNER TO postgres;

--
-- Name: 778; Type: BLOB; Schema: -; Owner: postgres
--

SELECT pg_catalog.lo_create('778');


ALTER LARGE OBJECT 778 OWNER TO postgres;

--
-- Data for Name: UPPER; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public."UPPER" ("Col", "select") FROM stdin;
1	2
\.


--
-- Data for Name: log; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.log (id, w) FROM stdin;
\.


--
-- Data for Name: longrow; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.longrow (t) FROM stdin;
zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz
\.


--
-- Data for Name: part0; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.part0 (k) FROM stdin;
1
2
3
4
5
\.


--
-- Data for Name: t; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.t (id, v) FROM stdin;
1	r1
2	r2
3	r3
4	r4
5	r5
6	r6
7	r7
8	r8
9	r9
10	r10
\.


--
-- Data for Name: x; Type: INDEX; Schema: public; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public."x; Type: INDEX; Schema: public" (i) FROM stdin;
1
\.


--
-- Data for Name: zero; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.zero  FROM stdin;



\.


--
-- Data for Name: multi line; Type: TABLE; Type: TABLE DATA; Schema: we.ird "sch"; Owner: postgres
--

COPY "we.ird ""sch"""."multi
line; Type: TABLE" ("a ""b""", "c
d", "x,y)") FROM stdin;
1	\\.	line\nbreak
2	COPY a FROM stdin;\n\\.\n-- PostgreSQL database dump complete	\N
\.


--
-- Name: t_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.t_id_seq', 10, true);


--
-- Data for Name: BLOBS; Type: BLOBS; Schema: -; Owner: -
--

BEGIN;

SELECT pg_catalog.lo_open('777', 131072);
SELECT pg_catalog.lowrite(0, '\xabababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababab');
SELECT pg_catalog.lo_close(0);

SELECT pg_catalog.lo_open('778', 131072);
SELECT pg_catalog.lowrite(0, '\x783b5c27');
SELECT pg_catalog.lo_close(0);

COMMIT;

--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);


--
-- Name: t r1; Type: RULE; Schema: public; Owner: postgres
--

CREATE RULE r1 AS
    ON INSERT TO public.t DO ( INSERT INTO public.log (id, w)
  VALUES (new.id, 'a;b'::text);
 INSERT INTO public.log (id, w)
  VALUES (new.id, 'c'::text);
);


--
-- Name: t pol; Type: POLICY; Schema: public; Owner: postgres
--

CREATE POLICY pol ON public.t USING ((v <> ';'::text));


--
-- Name: etr; Type: EVENT TRIGGER; Schema: -; Owner: postgres
--

CREATE EVENT TRIGGER etr ON ddl_command_start
   EXECUTE FUNCTION public.et();

ALTER EVENT TRIGGER etr DISABLE;


ALTER EVENT TRIGGER etr OWNER TO postgres;

--
-- Name: mv; Type: MATERIALIZED VIEW DATA; Schema: public; Owner: postgres
--

REFRESH MATERIALIZED VIEW public.mv;


--
-- PostgreSQL database dump complete
--

\unrestrict FJVTPgb6VJX56HN8KbvSow71JEM9OuMOl8v8PndsUsPJNH9QFNDMHWdCBPF5XMx

