-- What servers know since 14; loaded after objects.sql.
SET search_path = zoo, public;
CREATE FUNCTION atomic_sum(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a + b;
CREATE FUNCTION atomic_rows() RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC
    SELECT 'END; COPY x FROM stdin;'::text;
    SELECT CASE WHEN name = 'a;b' THEN 'BEGIN' ELSE 'end' END FROM keepers;
END;
CREATE PROCEDURE atomic_writes(OUT n bigint) LANGUAGE sql BEGIN ATOMIC
    INSERT INTO notes VALUES ('$$ \. $$');
    DELETE FROM notes WHERE t = '$$ \. $$';
    SELECT count(*) FROM notes;
END;
CREATE TYPE named_range AS RANGE (subtype = numeric, multirange_type_name = named_many);
CREATE TABLE many (spans named_many, squeezed text COMPRESSION pglz);
INSERT INTO many VALUES ('{[1,2), [3.5,9]}', 'x'), ('{}', NULL);
CREATE STATISTICS expression_statistics ON (lower(kind::text)), cage FROM keepers;
CREATE INDEX brin_minmax ON cages USING brin (id int4_minmax_multi_ops (values_per_range = 32));
