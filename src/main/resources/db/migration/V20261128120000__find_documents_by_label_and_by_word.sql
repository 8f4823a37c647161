-- Everything a document is filtered by, a row each: its kind, its kind in its project, tags, components, people. A list
-- in the order of numbers is a range of the second index for every label and status.
CREATE TABLE document_label (
  document_id bigint             NOT NULL,
  label       text COLLATE "C"   NOT NULL,
  status      text COLLATE "C"   NOT NULL,
  number      integer            NOT NULL,
  PRIMARY KEY (document_id, label)
);
CREATE INDEX document_label_in_order ON document_label (label, status, number, document_id);

-- All words of a document, and its labels among them. Rows are kept narrow, for searches visit many and read few: the
-- words stand elsewhere. A short list of what is to be merged into the index keeps both writes and searches quick.
CREATE TABLE document_search (
  document_id bigint   NOT NULL PRIMARY KEY,
  project_id  bigint   NOT NULL,
  status      text     NOT NULL,
  tags        text[]   NOT NULL,
  words       tsvector NOT NULL
) WITH (toast_tuple_target = 128);
CREATE INDEX document_search_by_word ON document_search USING gin (words) WITH (gin_pending_list_limit = 256);

DROP INDEX document_by_status, document_by_tag, document_by_title_word, document_by_review;
ALTER TABLE document DROP COLUMN title_words;

-- One for every order of lists but that of relevance.
CREATE INDEX document_by_number ON document (number, id);
CREATE INDEX document_by_update ON document (updated_at, id);
CREATE INDEX document_by_decision ON document (status_date, id);
CREATE INDEX document_by_title ON document (left(lower(title COLLATE "C"), 100), id);
CREATE INDEX document_by_review ON document (review_on, id) WHERE review_on IS NOT NULL;

CREATE INDEX project_restricted ON project (id) WHERE visibility = 'restricted';

GRANT SELECT, INSERT, UPDATE, DELETE ON document_label, document_search TO docket_app;

-- Whether the index tables have to be made anew at the next start, for a migration gave them columns that only the
-- revisions know the values of.
CREATE TABLE rebuild (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  wanted   boolean NOT NULL
);
INSERT INTO rebuild (wanted) SELECT EXISTS (SELECT FROM document);
GRANT SELECT, UPDATE ON rebuild TO docket_app;
