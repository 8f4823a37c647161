-- A create as the service runs it, statement for statement and round trip for round trip; for pgbench, which takes a colon
-- before a letter for a variable of its own, in a string too: labels have a tilde.
\set project random(1, :projects)
\startpipeline
BEGIN;
SELECT p.id, p.key, p.archived, p.policy, m.roles, m.policy_roles
FROM project p LEFT JOIN member m ON m.project_id = p.id AND m.principal = 'admin'
WHERE p.key = 'p' || CAST(:project AS text) AND (true OR p.visibility = 'internal' OR m.principal IS NOT NULL);
\endpipeline
INSERT INTO counter (project_id, kind, last)
SELECT id, 'adr', 1 FROM project WHERE key = 'p' || CAST(:project AS text)
ON CONFLICT (project_id, kind) DO UPDATE SET last = counter.last + 1 RETURNING project_id AS project_id, last AS number \gset
WITH created AS (
  INSERT INTO document (title, status, revision, content_revision, created_at, created_by, updated_at,
    updated_by, status_date, review_on, tags, components, authors, part_ids, project_id, kind, number)
  VALUES (:title, 'proposed', 1, 1, now(), 'admin', now(), 'admin', current_date, NULL, :tags, :components, :authors,
    :part_ids, :project_id, 'adr', :number) RETURNING id),
headed AS (
  INSERT INTO revision (document_id, number, at, actor, message, content_sha256, previous_sha256, sha256)
  SELECT id, 1, now(), 'admin', NULL, sha256('content'), NULL, sha256('header') FROM created)
INSERT INTO revision_content (document_id, number, content) SELECT id, 1, CAST(:content AS bytea) FROM created
RETURNING document_id AS document_id \gset
\startpipeline
INSERT INTO document_risk (document_id, ordinal, project_id, risk_id, kind, status, state, grade, owner, content)
VALUES (:document_id, 0, :project_id, 'r1', 'adr', 'proposed', 'open', 55, NULL, '{"id":"r1","state":"open","version":1}');
INSERT INTO document_risk (document_id, ordinal, project_id, risk_id, kind, status, state, grade, owner, content)
VALUES (:document_id, 1, :project_id, 'r2', 'adr', 'proposed', 'open', 55, NULL, '{"id":"r2","state":"open","version":1}');
\endpipeline
WITH moment AS (
  INSERT INTO status_change (document_id, at, kind, status_before, status_after, seconds, project_id)
  SELECT d.id, now(), 'adr', NULL, 'proposed', NULL, d.project_id FROM document d WHERE d.id = :document_id
  RETURNING project_id, at)
INSERT INTO month_due (project_id, month) SELECT project_id, date_trunc('month', at)::date FROM moment;
WITH opened AS (
  INSERT INTO document_state (document_id, valid_from, revision, status, title, tags, project_id, kind, number)
  SELECT id, now(), 1, 'proposed', CAST(:title AS text), CAST(:tags AS text[]), project_id, kind, number FROM document WHERE id = :document_id
  RETURNING *)
INSERT INTO document_state_tag (tag, number, document_id, valid_from, project_id, kind, status)
SELECT DISTINCT tag, number, document_id, valid_from, project_id, kind, status
FROM opened CROSS JOIN unnest(tags) AS tag;
WITH gone AS (DELETE FROM document_label WHERE document_id = :document_id AND label <> ALL (CAST(:tags AS text[])))
INSERT INTO document_label (document_id, label, status, number)
SELECT CAST(:document_id AS bigint), replace(label, '~', ':'), 'proposed', CAST(:number AS integer)
FROM unnest(ARRAY['adr', 'adr~p' || CAST(:project AS text), 'author~admin', 'tag~customs', 'component~customs']) AS label
ON CONFLICT (document_id, label) DO UPDATE SET status = EXCLUDED.status
WHERE document_label.status <> EXCLUDED.status;
INSERT INTO document_search (document_id, project_id, status, tags, words)
SELECT id, project_id, 'proposed', CAST(:tags AS text[]), setweight(to_tsvector('pg_catalog.english', CAST(:title AS text)), 'A')
  || to_tsvector('pg_catalog.english', convert_from(CAST(:content AS bytea), 'UTF8'))
  || array_to_tsvector(ARRAY['=adr', '=adr~p' || CAST(:project AS text), '=author~admin', '=tag~customs', '=component~customs',
    '=status~proposed', '=era13~1', '=era14~1', '=era15~1', '=era16~1', '=era17~1', '=era18~1', '=era19~1'])
FROM document WHERE id = :document_id
ON CONFLICT (document_id) DO UPDATE
SET status = EXCLUDED.status, tags = EXCLUDED.tags, words = EXCLUDED.words;
INSERT INTO outbox (event_id, type, at, actor, project_id, subject, document_id, revision, revision_sha256, data)
VALUES (gen_random_uuid(), 'dev.docket.document.created.v1', now(), 'admin', :project_id,
  'p' || CAST(:project AS text) || '/ADR-' || CAST(:number AS text), :document_id, 1, sha256('header'), '{}');
COMMIT;
