-- What statistics are made of: a row for each change of status and for each verdict. None is ever changed.
CREATE TABLE status_change (
  document_id   bigint      NOT NULL REFERENCES document,
  at            timestamptz NOT NULL,
  project_id    bigint      NOT NULL,
  kind          text        NOT NULL,
  status_before text,
  status_after  text        NOT NULL,
  -- of a decision that was made here: how long after the first proposal
  seconds       integer,
  PRIMARY KEY (document_id, at)
);
CREATE INDEX status_change_of_project ON status_change (project_id, at);

CREATE TABLE verdict_given (
  document_id bigint      NOT NULL REFERENCES document,
  approval_id text        NOT NULL,
  at          timestamptz NOT NULL,
  project_id  bigint      NOT NULL,
  role        text,
  -- how long after the request
  seconds     integer     NOT NULL,
  PRIMARY KEY (document_id, approval_id, at)
);
CREATE INDEX verdict_given_of_project ON verdict_given (project_id, at);

-- Months of projects that are to be counted anew. Rows are only ever added by those who write documents, so that they do
-- not wait for each other.
CREATE TABLE month_due (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  project_id bigint NOT NULL,
  month      date   NOT NULL
);
INSERT INTO lease (name, holder, until) VALUES ('months', '', '-infinity');

-- Of a project, a month and a kind: how many documents more, or fewer, each status has at the end than at the start; and
-- how many seconds each decision of the month took.
CREATE TABLE month_of_documents (
  project_id     bigint    NOT NULL,
  month          date      NOT NULL,
  kind           text      NOT NULL,
  draft          integer   NOT NULL,
  proposed       integer   NOT NULL,
  accepted       integer   NOT NULL,
  rejected       integer   NOT NULL,
  implemented    integer   NOT NULL,
  deprecated     integer   NOT NULL,
  superseded     integer   NOT NULL,
  withdrawn      integer   NOT NULL,
  accepted_after integer[] NOT NULL,
  rejected_after integer[] NOT NULL,
  PRIMARY KEY (project_id, month, kind)
);

-- Of a project, a month and a policy role, empty for who was asked by name: how many seconds each verdict took.
CREATE TABLE month_of_verdicts (
  project_id bigint    NOT NULL,
  month      date      NOT NULL,
  role       text      NOT NULL,
  seconds    integer[] NOT NULL,
  PRIMARY KEY (project_id, month, role)
);

CREATE INDEX document_proposed ON document (project_id, status_date) WHERE status = 'proposed';

GRANT SELECT, INSERT, DELETE ON status_change, verdict_given, month_due, month_of_documents, month_of_verdicts TO docket_app;

-- Only the revisions know what happened so far.
UPDATE rebuild SET wanted = true WHERE EXISTS (SELECT FROM document);
