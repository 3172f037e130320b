-- Roles that the zoo's objects belong to or are granted to. Run once per server, in any database.
CREATE ROLE zoo_owner;
CREATE ROLE zoo_reader;
CREATE ROLE zoo_writer;
CREATE ROLE zoo_member IN ROLE zoo_reader;
CREATE ROLE "Zoo ""Keeper"" 'ñ' \ $$ 日本";
CREATE ROLE "zoo
line" LOGIN CONNECTION LIMIT 3;
GRANT zoo_writer TO zoo_owner WITH ADMIN OPTION;
COMMENT ON ROLE zoo_owner IS 'owns the zoo; it''s a role';
