-- A create as the service runs it, statement for statement and round trip for round trip; for pgbench.
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
INSERT INTO document_state (document_id, valid_from, revision, status, title, tags)
VALUES (:document_id, now(), 1, 'proposed', :title, :tags);
INSERT INTO outbox (event_id, type, at, actor, project_id, subject, document_id, revision, revision_sha256, data)
VALUES (gen_random_uuid(), 'dev.docket.document.created.v1', now(), 'admin', :project_id,
  'p' || CAST(:project AS text) || '/ADR-' || CAST(:number AS text), :document_id, 1, sha256('header'), '{}');
COMMIT;
