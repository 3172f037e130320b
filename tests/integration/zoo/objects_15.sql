-- What servers know since 15; loaded after objects_14.sql.
SET search_path = zoo, public;
-- Not on older servers: pg_dump 15 takes 15's default rights of public for everybody's, so a copy on a server 13
-- or 14 keeps CREATE for PUBLIC although the source revoked it.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT CREATE ON SCHEMA public TO zoo_writer;
CREATE TABLE nulls_equal (a integer, b integer, UNIQUE NULLS NOT DISTINCT (a, b));
INSERT INTO nulls_equal VALUES (1, NULL), (NULL, NULL);
CREATE VIEW as_caller WITH (security_invoker = true) AS SELECT a FROM nulls_equal;
CREATE PUBLICATION filtered FOR TABLE keepers (id, name) WHERE (id > 10);
CREATE PUBLICATION of_schema FOR TABLES IN SCHEMA other, TABLE many;
CREATE TABLE half_null (a integer, b integer, FOREIGN KEY (a, b) REFERENCES nulls_equal (a, b) ON DELETE SET NULL (b));
GRANT SET ON PARAMETER work_mem TO zoo_writer;
CREATE TABLE numerics (tiny numeric(3, 5), rounded numeric(4, -2));
INSERT INTO numerics VALUES (0.00123, 123456);
