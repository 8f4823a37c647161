-- A list of a tag at an instant is a range of an index, too, which has all that it is filtered by: however many had the tag,
-- its documents are met in the order of numbers, without a look at the table.
CREATE TABLE document_state_tag (
  tag         text        NOT NULL,
  number      integer     NOT NULL,
  document_id bigint      NOT NULL REFERENCES document,
  valid_from  timestamptz NOT NULL,
  valid_to    timestamptz,
  project_id  bigint      NOT NULL,
  kind        text        NOT NULL,
  status      text        NOT NULL,
  PRIMARY KEY (document_id, valid_from, tag)
);
INSERT INTO document_state_tag (tag, number, document_id, valid_from, valid_to, project_id, kind, status)
SELECT DISTINCT tag, number, document_id, valid_from, valid_to, project_id, kind, status
FROM document_state CROSS JOIN unnest(tags) AS tag;
DROP INDEX document_state_by_tag;
CREATE INDEX document_state_by_tag ON document_state_tag (tag, number, document_id)
  INCLUDE (valid_from, valid_to, project_id, kind, status);

GRANT SELECT, INSERT, UPDATE, DELETE ON document_state_tag TO docket_app;
