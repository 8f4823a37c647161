-- The file that a document came from, kept aside: to know it again, and to give it back byte for byte. revision is
-- the last one that an import wrote: where it is the document's newest, the file is still master.
CREATE TABLE original (
  document_id bigint  NOT NULL PRIMARY KEY REFERENCES document,
  project_id  bigint  NOT NULL REFERENCES project,
  kind        text    NOT NULL CHECK (kind IN ('adr', 'rfc')),
  path        text,
  -- the path without the branch or commit that the first folder of an archive is named after
  stem        text,
  -- the number that the file gave itself, and its title
  number      integer,
  title       text    NOT NULL,
  revision    integer NOT NULL,
  sha256      text    NOT NULL,
  content     bytea   NOT NULL
);
CREATE INDEX original_by_path ON original (project_id, path);
CREATE INDEX original_by_stem ON original (project_id, stem);
CREATE INDEX original_by_hash ON original (project_id, sha256);
CREATE INDEX original_by_number ON original (project_id, kind, number);

-- One import. Of a project's unfinished ones only the oldest is worked on, by whoever holds its lease.
CREATE TABLE import (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  project_id  bigint      NOT NULL REFERENCES project,
  kind        text CHECK (kind IN ('adr', 'rfc')),
  template    text,
  dry_run     boolean     NOT NULL,
  actor       text        NOT NULL,
  status      text        NOT NULL CHECK (status IN ('waiting', 'running', 'done', 'failed')),
  detail      text,
  -- what is to be done once all files are in, as JSON; null until the import is planned
  plan        text,
  total       integer     NOT NULL,
  attempts    integer     NOT NULL DEFAULT 0,
  holder      text,
  until       timestamptz,
  created_at  timestamptz NOT NULL,
  started_at  timestamptz,
  finished_at timestamptz
);
CREATE UNIQUE INDEX import_one_running ON import (project_id) WHERE status = 'running';
CREATE INDEX import_unfinished ON import (project_id, id) WHERE status IN ('waiting', 'running');

-- The files of an import: content is there until the file is done, outcome from when it is planned.
CREATE TABLE import_file (
  import_id bigint  NOT NULL REFERENCES import,
  ordinal   integer NOT NULL,
  path      text,
  sha256    text    NOT NULL,
  content   bytea,
  done      boolean NOT NULL,
  outcome   text CHECK (outcome IN ('created', 'unchanged', 'revised', 'conflict', 'skipped', 'failed')),
  ref       text,
  template  text,
  warnings  text,
  detail    text,
  diff      text,
  -- how the document is to be written, as JSON
  step      text,
  PRIMARY KEY (import_id, ordinal)
);

GRANT SELECT, INSERT, UPDATE ON original, import, import_file TO docket_app;
