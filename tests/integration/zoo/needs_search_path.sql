-- A CHECK whose function names a table without its schema: it works while search_path is set, and fails when a
-- dump is loaded (C03). The restore test must say which object and what cures it.
CREATE TABLE limits (lowest integer);
INSERT INTO limits VALUES (3);
CREATE FUNCTION high_enough(integer) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT $1 >= (SELECT min(lowest) FROM limits)';
CREATE TABLE measured (v integer CHECK (high_enough(v)));
INSERT INTO measured VALUES (3), (4);
