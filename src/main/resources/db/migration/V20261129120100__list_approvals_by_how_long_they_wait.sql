-- What the inbox asks and shows. state is the approval's own, or stale; it is null for what is pending or stale of a
-- document that is not proposed, for nobody waits for that. content is the approval's JSON, which passes through unread.
DROP TABLE document_approval;
CREATE TABLE document_approval (
  document_id  bigint           NOT NULL REFERENCES document,
  ordinal      integer          NOT NULL,
  approval_id  text COLLATE "C" NOT NULL,
  project_id   bigint           NOT NULL,
  kind         text COLLATE "C" NOT NULL,
  role         text COLLATE "C",
  approver     text COLLATE "C",
  state        text COLLATE "C",
  requested_at timestamptz      NOT NULL,
  due_on       date,
  content      text             NOT NULL,
  PRIMARY KEY (document_id, ordinal)
);
CREATE INDEX document_approval_in_order ON document_approval (kind, state, requested_at, document_id, approval_id);
CREATE INDEX document_approval_of_project ON document_approval (project_id, state, requested_at, document_id, approval_id);
CREATE INDEX document_approval_of_role ON document_approval (role, state, requested_at, document_id, approval_id)
  WHERE role IS NOT NULL;
CREATE INDEX document_approval_of_person ON document_approval (approver, state, requested_at, document_id, approval_id)
  WHERE approver IS NOT NULL;

-- The same for what is overdue, in the order of its days: they hold what waits and has a day, and nothing else.
CREATE INDEX document_approval_due ON document_approval (due_on, document_id, approval_id)
  WHERE state IN ('pending', 'stale') AND due_on IS NOT NULL;
CREATE INDEX document_approval_due_of_project ON document_approval (project_id, due_on, document_id, approval_id)
  WHERE state IN ('pending', 'stale') AND due_on IS NOT NULL;
CREATE INDEX document_approval_due_of_role ON document_approval (role, due_on, document_id, approval_id)
  WHERE state IN ('pending', 'stale') AND due_on IS NOT NULL AND role IS NOT NULL;
CREATE INDEX document_approval_due_of_person ON document_approval (approver, due_on, document_id, approval_id)
  WHERE state IN ('pending', 'stale') AND due_on IS NOT NULL AND approver IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON document_approval TO docket_app;

UPDATE rebuild SET wanted = true WHERE EXISTS (SELECT FROM document);
