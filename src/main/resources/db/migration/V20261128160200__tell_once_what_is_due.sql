-- The review date that the feed has told of last, and the approvals that it has told are overdue. The index holds what
-- is still to be told, and nothing else.
ALTER TABLE document ADD COLUMN review_announced date;
CREATE INDEX document_to_review ON document (review_on, id)
  WHERE status IN ('accepted', 'implemented') AND review_on IS NOT NULL AND review_announced IS DISTINCT FROM review_on;

CREATE TABLE approval_announced (
  document_id bigint NOT NULL REFERENCES document,
  approval_id text   NOT NULL,
  PRIMARY KEY (document_id, approval_id)
);
CREATE INDEX document_approval_due ON document_approval (due_on, document_id)
  WHERE (state = 'pending' OR stale) AND due_on IS NOT NULL;
GRANT SELECT, INSERT ON approval_announced TO docket_app;
