-- An EUC_JP database: two- and three-byte characters.
SET client_encoding = 'UTF8';
CREATE TABLE "牛" ("名前" text, n integer);
INSERT INTO "牛" VALUES ('花子', 1), ('ハナコ', 2), ('日本語の文章、\と～', 3), (E'改行\nと\tタブ', 4);
COMMENT ON COLUMN "牛"."名前" IS '名前';
