-- Copies the documents that are there, the templates, until there are many: run by the owner, once, on a new database.
-- Takes bench.documents, bench.projects and bench.revisions (of each document) from the session.
SET synchronous_commit = off;
SET statement_timeout = 0;
SET maintenance_work_mem = '1GB';

-- Indexes are made again at the end, which is quicker.
CREATE TEMP TABLE set_aside AS
SELECT indexname, indexdef FROM pg_indexes
WHERE schemaname = current_schema() AND tablename IN ('document', 'document_label', 'document_search', 'document_state', 'document_state_tag',
  'document_risk', 'document_approval', 'document_link')
  AND indexname NOT IN (SELECT conname FROM pg_constraint);
DO $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT indexname FROM set_aside LOOP
    EXECUTE 'DROP INDEX ' || each.indexname;
  END LOOP;
END $$;

CREATE TEMP TABLE template AS
SELECT row_number() OVER (ORDER BY d.id) - 1 AS nth, d.kind, left(d.title, 180) AS title, d.authors, d.part_ids, c.content,
  ts_delete(s.words, ARRAY(SELECT lexeme FROM unnest(s.words) WHERE lexeme LIKE '=%')) AS words
FROM document d
JOIN revision_content c ON c.document_id = d.id AND c.number = d.revision
JOIN document_search s ON s.document_id = d.id;
ANALYZE template;

INSERT INTO project (key, name, visibility, policy, version, created_at, created_by, updated_at, updated_by)
SELECT 'p' || n, 'Project ' || n, CASE WHEN n % 20 = 0 THEN 'restricted' ELSE 'internal' END, '{}', 1, now(), 'bench', now(), 'bench'
FROM generate_series(1, current_setting('bench.projects')::int) AS n;
INSERT INTO member (project_id, principal, roles, policy_roles, version)
SELECT id, 'reader', '{reader,approver}', '{security}', 1 FROM project WHERE key ~ '^p[0-9]*00$';

-- What is random is drawn once. Few projects, tags and components have much, many have little.
CREATE TEMP TABLE drawn AS
SELECT n, (SELECT max(id) FROM document) + n AS id, n % (SELECT count(*) FROM template) AS nth,
  1 + floor(power(random(), 1.5) * current_setting('bench.projects')::int)::int AS project,
  (ARRAY['accepted','accepted','accepted','accepted','accepted','accepted','accepted','accepted','accepted','implemented',
    'implemented','superseded','superseded','proposed','proposed','draft','rejected','rejected','deprecated','withdrawn'])
    [1 + floor(random() * 20)::int] AS status,
  now() - interval '5 years' * (1 - n / current_setting('bench.documents')::float8) * random() AS updated_at,
  CASE WHEN random() < 0.4 THEN current_date - 700 + floor(random() * 1400)::int END AS review_on,
  ARRAY(SELECT DISTINCT 'tag-' || floor(power(random(), 3) * 300)::int FROM generate_series(0, n % 4)) AS tags,
  ARRAY(SELECT DISTINCT 'component-' || floor(power(random(), 3) * 800)::int FROM generate_series(1, n % 3)) AS components,
  'person-' || floor(power(random(), 2) * 2000)::int AS person
FROM generate_series(1, current_setting('bench.documents')::int) AS n;
ANALYZE drawn;

CREATE TEMP TABLE made AS
SELECT drawn.*, p.id AS project_id, p.key, template.kind, left(template.title || ' w' || n, 200) AS title,
  row_number() OVER (PARTITION BY p.id, template.kind ORDER BY n) AS number
FROM drawn JOIN project p ON p.key = 'p' || drawn.project JOIN template USING (nth);
ANALYZE made;

INSERT INTO document (id, project_id, kind, number, title, status, revision, content_revision, created_at, created_by,
  updated_at, updated_by, status_date, review_on, tags, components, authors, part_ids)
OVERRIDING SYSTEM VALUE
SELECT id, project_id, kind, number, title, status, current_setting('bench.revisions')::int, 1, updated_at - interval '1 day', person,
  updated_at, person, updated_at::date, review_on, tags, components, ARRAY[person], '{}' FROM made ORDER BY id;
SELECT setval(pg_get_serial_sequence('document', 'id'), max(id)) FROM document;
INSERT INTO counter (project_id, kind, last) SELECT project_id, kind, max(number) FROM made GROUP BY 1, 2;

INSERT INTO revision (document_id, number, at, actor, content_sha256, previous_sha256, sha256)
SELECT id, r, updated_at - interval '1 day' * (current_setting('bench.revisions')::int - r), person, '\x00', '\x00', '\x00'
FROM made CROSS JOIN generate_series(1, current_setting('bench.revisions')::int) AS r ORDER BY id, r;
INSERT INTO revision_content (document_id, number, content)
SELECT id, r, template.content
FROM made JOIN template USING (nth) CROSS JOIN generate_series(1, current_setting('bench.revisions')::int) AS r;

INSERT INTO document_label (document_id, label, status, number)
SELECT id, label, status, number FROM made CROSS JOIN LATERAL (
  SELECT unnest(ARRAY[kind, kind || ':' || key, 'author:' || person, 'decider:' || person])
  UNION ALL SELECT 'tag:' || tag FROM unnest(tags) AS tag
  UNION ALL SELECT 'component:' || component FROM unnest(components) AS component) AS labels(label);

INSERT INTO document_search (document_id, project_id, status, tags, words)
SELECT id, project_id, status, tags, template.words || to_tsvector('simple', 'w' || n || ' ' || person) || array_to_tsvector(
  ARRAY['=' || made.kind, '=' || made.kind || ':' || key, '=author:' || person, '=decider:' || person, '=status:' || status]
  || ARRAY(SELECT '=era' || size || ':' || (id >> size) FROM generate_series(13, 19) AS size)
  || ARRAY(SELECT '=tag:' || tag FROM unnest(tags) AS tag)
  || ARRAY(SELECT '=component:' || component FROM unnest(components) AS component))
FROM made JOIN template USING (nth) ORDER BY id;

INSERT INTO document_state (document_id, valid_from, valid_to, revision, status, title, tags, project_id, kind, number)
SELECT id, updated_at - interval '100 days', updated_at, 1, 'proposed', title, '{}', project_id, kind, number FROM made
UNION ALL SELECT id, updated_at, NULL, current_setting('bench.revisions')::int, status, title, tags, project_id, kind, number
FROM made;
INSERT INTO document_state_tag (tag, number, document_id, valid_from, project_id, kind, status)
SELECT tag, number, id, updated_at, project_id, kind, status FROM made CROSS JOIN unnest(tags) AS tag ORDER BY 1, 2, 3;

-- grade as in document/Grade: likelihood and impact from 1 to 3, the more of both the graver.
INSERT INTO document_risk (document_id, ordinal, risk_id, project_id, kind, status, state, grade, owner, content)
SELECT id, r, 'r' || r, project_id, kind, status, (ARRAY['open','open','mitigated','accepted'])[1 + n % 4],
  ((l * i) * 4 + i) * 4 + l, person,
  format('{"id":"r%s","description":"Something may go wrong, and then somebody has to see to it.","state":"open"}', r)
FROM (SELECT *, 1 + n % 3 AS l, 1 + (n / 3) % 3 AS i FROM made) AS graded CROSS JOIN generate_series(0, n % 3 - 1) AS r;
INSERT INTO document_approval (document_id, ordinal, approval_id, project_id, kind, role, approver, state, requested_at, due_on, content)
SELECT id, a, 'a' || a, project_id, kind, CASE WHEN n % 2 = 0 THEN NULL WHEN a = 0 THEN 'security' ELSE 'engineering-lead' END,
  CASE WHEN n % 2 = 0 THEN person END, CASE status WHEN 'proposed' THEN 'pending' ELSE 'approved' END, updated_at,
  CASE WHEN n % 5 < 3 THEN updated_at::date + 14 END,
  format('{"id":"a%s","required":true,"verdict":"pending","requestedAt":"%s"}', a, updated_at)
FROM made CROSS JOIN generate_series(0, n % 2) AS a WHERE status NOT IN ('draft', 'withdrawn');

INSERT INTO document_link (document_id, ordinal, rel, target_project, target_kind, target_number)
SELECT id, 0, 'depends-on', key, kind, (number + 1) / 2 FROM made WHERE n % 2 = 0 AND number > 1
UNION ALL SELECT id, 1, 'relates-to', 'p' || 1 + n % 20, kind, 1 FROM made WHERE n % 10 = 0;

INSERT INTO month_of_documents (project_id, month, kind, draft, proposed, accepted, rejected, implemented, deprecated, superseded,
  withdrawn, accepted_after, rejected_after)
SELECT project_id, date_trunc('month', updated_at)::date, kind, count(*) FILTER (WHERE status = 'draft'),
  count(*) FILTER (WHERE status = 'proposed'), count(*) FILTER (WHERE status = 'accepted'),
  count(*) FILTER (WHERE status = 'rejected'), count(*) FILTER (WHERE status = 'implemented'),
  count(*) FILTER (WHERE status = 'deprecated'), count(*) FILTER (WHERE status = 'superseded'),
  count(*) FILTER (WHERE status = 'withdrawn'),
  coalesce(array_agg(86400 * (1 + n % 60)) FILTER (WHERE status = 'accepted'), '{}'),
  coalesce(array_agg(86400 * (1 + n % 60)) FILTER (WHERE status = 'rejected'), '{}')
FROM made GROUP BY 1, 2, 3;
INSERT INTO month_due (project_id, month) SELECT DISTINCT 0, month FROM month_of_documents;

DO $$
DECLARE
  nth int;
BEGIN
  FOR nth IN 0 .. current_setting('bench.documents')::int / 1000000 + 1 LOOP
    PERFORM make_feed_partition(nth * 1000000);
  END LOOP;
END $$;
INSERT INTO feed (position, event_id, type, at, actor, project_id, subject, document_id, revision, data)
SELECT (SELECT position FROM feed_head) + n, gen_random_uuid(), 'dev.docket.document.revised.v1', updated_at, person, project_id,
  key || '/' || upper(kind) || '-' || lpad(number::text, 4, '0'), id, 1, '{}' FROM made;
UPDATE feed_head SET position = position + current_setting('bench.documents')::int;

DO $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT indexdef FROM set_aside LOOP
    EXECUTE each.indexdef;
  END LOOP;
END $$;
