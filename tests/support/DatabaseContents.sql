-- Everything a database holds, one line "kind <tab> identity <tab> definition" per object, per sequence, per
-- large object and per table's rows, so that two databases can be compared (DatabaseCompare.h). Objects go by
-- name, never by OID; columns by name, never by position. Columns that older majors lack are read through
-- to_jsonb(), which leaves them out there.

DO $$ BEGIN PERFORM pg_catalog.set_config('client_encoding', pg_catalog.getdatabaseencoding(), false); END $$;
SET search_path = pg_catalog, pg_temp;
SET DateStyle = 'ISO';
SET IntervalStyle = 'postgres';
SET TimeZone = 'UTC';
SET bytea_output = 'hex';
SET extra_float_digits = 1;
SET row_security = off;
SET session_replication_role = replica; -- or an event trigger could refuse the helpers below

-- The items of an array of rights or options, in an order of their own.
CREATE FUNCTION pg_temp.items(anyarray) RETURNS text LANGUAGE sql
    AS $$ SELECT string_agg(i::text, ',' ORDER BY i::text) FROM unnest($1) i $$;

CREATE TEMP VIEW contents_relations AS
SELECT c.*, n.nspname, format('%I.%I', n.nspname, c.relname) AS identity
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';

-- Rows of a table as a set: their number and two sums over halves of each row's hash. A partitioned table counts
-- as one: which partition takes a row may change where it is hashed by an enum.
SELECT format($q$COPY (SELECT 'rows', %L, count(*) || ' ' || coalesce(sum(h1), 0) || ' ' || coalesce(sum(h2), 0)
    FROM (SELECT ('x' || left(h, 15))::bit(60)::bigint AS h1, ('x' || right(h, 15))::bit(60)::bigint AS h2
          FROM (SELECT md5(ROW(%s)::text) AS h FROM %s %s AS contents_row) AS hashed) AS halves) TO STDOUT$q$,
    c.identity,
    (SELECT string_agg(format('contents_row.%I', a.attname), ', ' ORDER BY a.attname) FROM pg_attribute a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
    CASE WHEN c.relkind <> 'p' THEN 'ONLY' END, c.identity)
FROM contents_relations c
WHERE (c.relkind IN ('r', 'p') AND NOT c.relispartition) OR (c.relkind = 'm' AND c.relispopulated)
ORDER BY c.identity
\gexec

SELECT format($q$COPY (SELECT 'sequence value', %L, last_value || ' ' || is_called FROM %s) TO STDOUT$q$, identity, identity)
FROM contents_relations WHERE relkind = 'S' ORDER BY identity
\gexec

COPY (SELECT 'large object', l.oid::text, concat_ws(' ', pg_get_userbyid(l.lomowner), pg_temp.items(l.lomacl), md5(lo_get(l.oid)))
      FROM pg_largeobject_metadata l ORDER BY l.oid) TO STDOUT;

COPY (SELECT 'schema', quote_ident(n.nspname), pg_get_userbyid(n.nspowner) FROM pg_namespace n
      WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema') TO STDOUT;

COPY (SELECT 'relation ' || c.relkind::text, c.identity,
             concat_ws(' | ', pg_get_userbyid(c.relowner), 'persistence=' || c.relpersistence::text, pg_temp.items(c.reloptions),
                       'rls=' || c.relrowsecurity || c.relforcerowsecurity, 'replica=' || c.relreplident::text,
                       'tablespace=' || (SELECT spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace),
                       'populated=' || c.relispopulated, 'am=' || m.amname, 'of=' || nullif(c.reloftype, 0)::regtype,
                       pg_get_expr(c.relpartbound, c.oid), CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
                       (SELECT 'inherits ' || string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
                        FROM pg_inherits i WHERE i.inhrelid = c.oid),
                       CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
                       CASE WHEN c.relkind IN ('i', 'I') THEN pg_get_indexdef(c.oid) END,
                       (SELECT concat_ws(',', 'valid=' || x.indisvalid, 'clustered=' || x.indisclustered,
                                         'identity=' || x.indisreplident) FROM pg_index x WHERE x.indexrelid = c.oid),
                       (SELECT concat_ws(',', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmax, s.seqmin,
                                         s.seqcache, s.seqcycle) FROM pg_sequence s WHERE s.seqrelid = c.oid),
                       (SELECT f.srvname || ' ' || coalesce(pg_temp.items(t.ftoptions), '')
                        FROM pg_foreign_table t JOIN pg_foreign_server f ON f.oid = t.ftserver WHERE t.ftrelid = c.oid))
      FROM contents_relations c LEFT JOIN pg_am m ON m.oid = c.relam WHERE c.relkind <> 't') TO STDOUT;

COPY (SELECT 'column', c.identity || '.' || quote_ident(a.attname),
             concat_ws(' | ', format_type(a.atttypid, a.atttypmod), 'not null=' || a.attnotnull,
                       'default=' || pg_get_expr(d.adbin, d.adrelid), 'identity=' || a.attidentity::text,
                       'generated=' || a.attgenerated::text, 'storage=' || a.attstorage::text,
                       'compression=' || (to_jsonb(a) ->> 'attcompression'),
                       'collation=' || nullif(a.attcollation, 0)::regcollation, 'local=' || a.attislocal,
                       'inherited=' || a.attinhcount, 'statistics=' || nullif(a.attstattarget, -1),
                       (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(a.attoptions) o WHERE o !~ '^pg_attver='),
                       pg_temp.items(a.attfdwoptions))
      FROM contents_relations c JOIN pg_attribute a ON a.attrelid = c.oid
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')) TO STDOUT;

COPY (SELECT 'constraint', i.identity, pg_get_constraintdef(k.oid) || ' validated=' || k.convalidated
             || ' local=' || k.conislocal || ' inherited=' || k.coninhcount
      FROM pg_constraint k CROSS JOIN LATERAL pg_identify_object('pg_constraint'::regclass, k.oid, 0) i
      WHERE k.oid >= 16384) TO STDOUT;

COPY (SELECT 'trigger', i.identity, pg_get_triggerdef(t.oid) || ' enabled=' || t.tgenabled::text
      FROM pg_trigger t CROSS JOIN LATERAL pg_identify_object('pg_trigger'::regclass, t.oid, 0) i
      WHERE NOT t.tgisinternal) TO STDOUT;

COPY (SELECT 'rule', i.identity, pg_get_ruledef(r.oid) || ' enabled=' || r.ev_enabled::text
      FROM pg_rewrite r CROSS JOIN LATERAL pg_identify_object('pg_rewrite'::regclass, r.oid, 0) i
      WHERE r.oid >= 16384) TO STDOUT;

COPY (SELECT 'policy', i.identity,
             concat_ws(' | ', p.polcmd, p.polpermissive,
                       (SELECT string_agg(r::regrole::text, ',' ORDER BY r::regrole::text) FROM unnest(p.polroles) r WHERE r <> 0),
                       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
      FROM pg_policy p CROSS JOIN LATERAL pg_identify_object('pg_policy'::regclass, p.oid, 0) i) TO STDOUT;

COPY (SELECT 'function', i.identity,
             pg_get_userbyid(p.proowner) || ' ' || p.prokind::text || ' '
             || CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) ELSE
                (SELECT concat_ws(' ', g.aggkind, g.aggnumdirectargs, g.aggtransfn::text, g.aggfinalfn::text, g.aggcombinefn::text,
                                  g.aggserialfn::text, g.aggdeserialfn::text, g.aggmtransfn::text, g.aggminvtransfn::text,
                                  g.aggmfinalfn::text, g.aggtranstype::regtype, g.agginitval, g.aggsortop::regoper::text,
                                  p.proparallel) FROM pg_aggregate g WHERE g.aggfnoid = p.oid) END
      FROM pg_proc p CROSS JOIN LATERAL pg_identify_object('pg_proc'::regclass, p.oid, 0) i
      WHERE p.oid >= 16384) TO STDOUT;

COPY (SELECT 'type ' || t.typtype::text, i.identity,
             concat_ws(' | ', pg_get_userbyid(t.typowner), format_type(nullif(t.typbasetype, 0), t.typtypmod),
                       'not null=' || t.typnotnull, t.typdefault, nullif(t.typcollation, 0)::regcollation, t.typlen, t.typalign,
                       t.typstorage,
                       (SELECT string_agg(quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder) FROM pg_enum e
                        WHERE e.enumtypid = t.oid),
                       (SELECT concat_ws(',', r.rngsubtype::regtype, nullif(r.rngcollation, 0)::regcollation, o.opcname,
                                         r.rngcanonical::text, r.rngsubdiff::text)
                        FROM pg_range r JOIN pg_opclass o ON o.oid = r.rngsubopc WHERE r.rngtypid = t.oid))
      FROM pg_type t CROSS JOIN LATERAL pg_identify_object('pg_type'::regclass, t.oid, 0) i
      WHERE t.oid >= 16384 AND t.typnamespace::regnamespace::text !~ '^pg_') TO STDOUT;

COPY (SELECT 'operator', i.identity,
             concat_ws(' | ', pg_get_userbyid(o.oprowner), o.oprcode::regprocedure::text, o.oprresult::regtype, o.oprcom::regoperator::text,
                       o.oprnegate::regoperator::text, o.oprrest::text, o.oprjoin::text, o.oprcanmerge, o.oprcanhash)
      FROM pg_operator o CROSS JOIN LATERAL pg_identify_object('pg_operator'::regclass, o.oid, 0) i
      WHERE o.oid >= 16384) TO STDOUT;

COPY (SELECT 'operator class', i.identity, concat_ws(' | ', pg_get_userbyid(o.opcowner), o.opcintype::regtype, o.opcdefault,
             f.opfname, nullif(o.opckeytype, 0)::regtype)
      FROM pg_opclass o JOIN pg_opfamily f ON f.oid = o.opcfamily
      CROSS JOIN LATERAL pg_identify_object('pg_opclass'::regclass, o.oid, 0) i WHERE o.oid >= 16384) TO STDOUT;

COPY (SELECT 'operator of family', i.identity, o.amopopr::regoperator::text || ' ' || o.amoppurpose::text
      FROM pg_amop o CROSS JOIN LATERAL pg_identify_object('pg_amop'::regclass, o.oid, 0) i WHERE o.oid >= 16384
      UNION ALL
      SELECT 'function of family', i.identity, o.amproc::regprocedure::text
      FROM pg_amproc o CROSS JOIN LATERAL pg_identify_object('pg_amproc'::regclass, o.oid, 0) i WHERE o.oid >= 16384) TO STDOUT;

COPY (SELECT 'cast', i.identity, concat_ws(' ', nullif(c.castfunc, 0)::regprocedure::text, c.castcontext, c.castmethod)
      FROM pg_cast c CROSS JOIN LATERAL pg_identify_object('pg_cast'::regclass, c.oid, 0) i WHERE c.oid >= 16384) TO STDOUT;

COPY (SELECT 'collation', i.identity, (to_jsonb(c) - ARRAY['oid', 'collnamespace', 'collowner', 'collname'])::text || pg_get_userbyid(c.collowner)
      FROM pg_collation c CROSS JOIN LATERAL pg_identify_object('pg_collation'::regclass, c.oid, 0) i
      WHERE c.oid >= 16384) TO STDOUT;

COPY (SELECT 'conversion', i.identity, concat_ws(' ', pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding),
             c.conproc::text, c.condefault)
      FROM pg_conversion c CROSS JOIN LATERAL pg_identify_object('pg_conversion'::regclass, c.oid, 0) i
      WHERE c.oid >= 16384) TO STDOUT;

COPY (SELECT 'text search configuration', i.identity, p.prsname || ' ' || coalesce((
                 SELECT string_agg(t.alias || ':' || m.mapdict::regdictionary::text, ',' ORDER BY t.alias, m.mapseqno)
                 FROM pg_ts_config_map m JOIN LATERAL ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype
                 WHERE m.mapcfg = c.oid), '')
      FROM pg_ts_config c JOIN pg_ts_parser p ON p.oid = c.cfgparser
      CROSS JOIN LATERAL pg_identify_object('pg_ts_config'::regclass, c.oid, 0) i WHERE c.oid >= 16384
      UNION ALL
      SELECT 'text search dictionary', i.identity, t.tmplname || ' ' || coalesce(d.dictinitoption, '')
      FROM pg_ts_dict d JOIN pg_ts_template t ON t.oid = d.dicttemplate
      CROSS JOIN LATERAL pg_identify_object('pg_ts_dict'::regclass, d.oid, 0) i WHERE d.oid >= 16384
      UNION ALL
      SELECT 'text search parser', i.identity, concat_ws(' ', p.prsstart::text, p.prstoken::text, p.prsend::text, p.prslextype::text)
      FROM pg_ts_parser p CROSS JOIN LATERAL pg_identify_object('pg_ts_parser'::regclass, p.oid, 0) i WHERE p.oid >= 16384
      UNION ALL
      SELECT 'text search template', i.identity, concat_ws(' ', t.tmplinit::text, t.tmpllexize::text)
      FROM pg_ts_template t CROSS JOIN LATERAL pg_identify_object('pg_ts_template'::regclass, t.oid, 0) i WHERE t.oid >= 16384) TO STDOUT;

COPY (SELECT 'extension', quote_ident(e.extname), concat_ws(' ', e.extversion, e.extnamespace::regnamespace, e.extrelocatable)
      FROM pg_extension e
      UNION ALL
      SELECT 'extension member', i.type || ' ' || i.identity, e.extname
      FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid AND d.refclassid = 'pg_extension'::regclass
      CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) i WHERE d.deptype = 'e'
      UNION ALL
      SELECT 'language', quote_ident(l.lanname), concat_ws(' ', pg_get_userbyid(l.lanowner), l.lanpltrusted) FROM pg_language l
      UNION ALL
      SELECT 'access method', quote_ident(a.amname), a.amtype::text || ' ' || a.amhandler::text FROM pg_am a WHERE a.oid >= 16384
      UNION ALL
      SELECT 'transform', i.identity, concat_ws(' ', t.trffromsql::text, t.trftosql::text)
      FROM pg_transform t CROSS JOIN LATERAL pg_identify_object('pg_transform'::regclass, t.oid, 0) i) TO STDOUT;

COPY (SELECT 'foreign data wrapper', quote_ident(w.fdwname), concat_ws(' ', pg_get_userbyid(w.fdwowner), w.fdwhandler::regproc,
             w.fdwvalidator::regproc, pg_temp.items(w.fdwoptions)) FROM pg_foreign_data_wrapper w
      UNION ALL
      SELECT 'foreign server', quote_ident(s.srvname), concat_ws(' ', pg_get_userbyid(s.srvowner), w.fdwname, s.srvtype, s.srvversion,
             pg_temp.items(s.srvoptions)) FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
      UNION ALL
      SELECT 'user mapping', quote_ident(u.srvname) || ' for ' || quote_ident(u.usename), pg_temp.items(u.umoptions) FROM pg_user_mappings u) TO STDOUT;

COPY (SELECT 'event trigger', quote_ident(e.evtname), concat_ws(' ', e.evtevent, pg_get_userbyid(e.evtowner),
             e.evtfoid::regprocedure::text, e.evtenabled, pg_temp.items(e.evttags)) FROM pg_event_trigger e
      UNION ALL
      SELECT 'publication', quote_ident(p.pubname), (to_jsonb(p) - ARRAY['oid', 'pubowner', 'pubname'])::text || pg_get_userbyid(p.pubowner)
      FROM pg_publication p
      UNION ALL
      SELECT 'publication member', i.type || ' ' || i.identity,
             (SELECT string_agg(a.attname, ',' ORDER BY a.attname) FROM pg_attribute a WHERE a.attrelid = r.prrelid
              AND to_jsonb(r) -> 'prattrs' @> to_jsonb(a.attnum))
      FROM pg_publication_rel r CROSS JOIN LATERAL pg_identify_object('pg_publication_rel'::regclass, r.oid, 0) i
      UNION ALL
      SELECT 'subscription', quote_ident(s.subname), (to_jsonb(s) - ARRAY['oid', 'subdbid', 'subowner', 'subname', 'subskiplsn'])::text
      FROM pg_subscription s WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
      UNION ALL
      SELECT 'statistics', i.identity, concat_ws(' ', pg_get_userbyid(s.stxowner), pg_get_statisticsobjdef(s.oid),
             to_jsonb(s) ->> 'stxstattarget')
      FROM pg_statistic_ext s CROSS JOIN LATERAL pg_identify_object('pg_statistic_ext'::regclass, s.oid, 0) i) TO STDOUT;

SELECT current_setting('server_version_num')::int >= 150000 AS has_publication_details
\gset
\if :has_publication_details
COPY (SELECT 'publication filter', p.pubname || ' ' || r.prrelid::regclass::text, pg_get_expr(r.prqual, r.prrelid)
      FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid
      UNION ALL
      SELECT 'publication schema', i.type || ' ' || i.identity, ''
      FROM pg_publication_namespace s
      CROSS JOIN LATERAL pg_identify_object('pg_publication_namespace'::regclass, s.oid, 0) i) TO STDOUT;
\endif

-- Rights, as items in a fixed order; a default stands for no items.
COPY (SELECT 'rights', i.type || ' ' || i.identity,
             concat_ws(' ', pg_get_userbyid(o.owner), pg_temp.items(o.acl))
      FROM (SELECT 'pg_class'::regclass AS class, c.oid, 0 AS sub, c.relowner AS owner, c.relacl AS acl FROM contents_relations c
            UNION ALL SELECT 'pg_class'::regclass, c.oid, a.attnum, c.relowner, a.attacl
                FROM contents_relations c JOIN pg_attribute a ON a.attrelid = c.oid WHERE NOT a.attisdropped
            UNION ALL SELECT 'pg_namespace'::regclass, oid, 0, nspowner, nspacl FROM pg_namespace
                WHERE nspname !~ '^pg_(toast|temp)'
            UNION ALL SELECT 'pg_proc'::regclass, p.oid, 0, p.proowner, p.proacl FROM pg_proc p
                WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                                  AND d.deptype = 'i') -- made with a range type; no dump keeps their rights
            UNION ALL SELECT 'pg_type'::regclass, oid, 0, typowner, typacl FROM pg_type
            UNION ALL SELECT 'pg_language'::regclass, oid, 0, lanowner, lanacl FROM pg_language
            UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid, 0, fdwowner, fdwacl FROM pg_foreign_data_wrapper
            UNION ALL SELECT 'pg_foreign_server'::regclass, oid, 0, srvowner, srvacl FROM pg_foreign_server) AS o
      CROSS JOIN LATERAL pg_identify_object(o.class, o.oid, o.sub) i WHERE o.acl IS NOT NULL
      UNION ALL
      SELECT 'default rights', i.identity, pg_temp.items(d.defaclacl)
      FROM pg_default_acl d CROSS JOIN LATERAL pg_identify_object('pg_default_acl'::regclass, d.oid, 0) i) TO STDOUT;

COPY (SELECT 'comment', i.type || ' ' || i.identity, d.description
      FROM pg_description d CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
      WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass
      UNION ALL
      SELECT 'security label', i.type || ' ' || i.identity, s.provider || ' ' || s.label
      FROM pg_seclabel s CROSS JOIN LATERAL pg_identify_object(s.classoid, s.objoid, s.objsubid) i) TO STDOUT;
