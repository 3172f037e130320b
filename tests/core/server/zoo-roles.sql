-- Roles that zoo.sql refers to.
CREATE ROLE zoo_keeper;
CREATE ROLE zoo_visitor;
CREATE ROLE "zoo ""odd""
role" LOGIN PASSWORD 'md5 is no more';
GRANT zoo_visitor TO zoo_keeper;
