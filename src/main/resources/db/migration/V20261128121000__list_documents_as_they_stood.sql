-- What a list at an instant filters by; nothing of it ever changes for a document.
ALTER TABLE document_state ADD COLUMN project_id bigint, ADD COLUMN kind text, ADD COLUMN number integer;
UPDATE document_state SET project_id = d.project_id, kind = d.kind, number = d.number
FROM document d WHERE d.id = document_state.document_id;
ALTER TABLE document_state ALTER COLUMN project_id SET NOT NULL, ALTER COLUMN kind SET NOT NULL,
  ALTER COLUMN number SET NOT NULL;

-- In the order of numbers, with the times, so that states of other times are passed over without a look at the table.
CREATE INDEX document_state_by_status ON document_state (kind, status, number, document_id) INCLUDE (valid_from, valid_to);
CREATE INDEX document_state_of_project ON document_state (project_id, kind, status, number, document_id)
  INCLUDE (valid_from, valid_to);
CREATE INDEX document_state_by_tag ON document_state USING gin (tags);
-- For the time when there were few.
CREATE INDEX document_state_by_begin ON document_state (valid_from);
