-- A WIN1252 database with the byte 0x81, which has no character: it cannot be dumped as UTF8.
SET client_encoding = 'WIN1252';
CREATE TABLE holes (t text);
INSERT INTO holes VALUES (E'\x81\x8d\x8f\x90\x9d'), (E'\x80 \xe9 \x93quoted\x94');
