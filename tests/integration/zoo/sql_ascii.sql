-- A SQL_ASCII database: whatever bytes arrived, in rows, names and comments (C05).
CREATE TABLE bytes (t text, n integer);
INSERT INTO bytes VALUES (E'caf\xe9', 1), (E'caf\xc3\xa9', 2), (E'\xff\xfe\x81\x80', 3), (E'cut \xf0\x9f\x90', 4), (E'\x83\x5c Shift-JIS ends in a backslash \x83\x5c', 5);
DO $do$
BEGIN
    EXECUTE 'CREATE TABLE ' || quote_ident(E'taula_\xe7\xff') || ' (' || quote_ident(E'c\xf1') || ' text)';
    EXECUTE 'INSERT INTO ' || quote_ident(E'taula_\xe7\xff') || ' VALUES (' || quote_literal(E'\xe7') || ')';
    EXECUTE 'COMMENT ON TABLE bytes IS ' || quote_literal(E'not UTF-8: \xe9\xff');
END;
$do$;
