-- The service's connections SET ROLE docket_app: it may append to the log, and never rewrite it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'docket_app') THEN
    CREATE ROLE docket_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object THEN
  NULL; -- another database of this server made it meanwhile: roles are shared
END $$;

CREATE TABLE principal (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name         text        NOT NULL UNIQUE,
  kind         text        NOT NULL CHECK (kind IN ('person', 'service-account')),
  display_name text,
  global_roles text[]      NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL
);

CREATE TABLE token (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  principal_id bigint      NOT NULL REFERENCES principal,
  name         text        NOT NULL,
  hash         bytea       NOT NULL UNIQUE,
  scopes       text[]      NOT NULL,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  -- came from the operator, or was printed at the first start
  bootstrap    boolean     NOT NULL DEFAULT false
);
CREATE INDEX token_of_principal ON token (principal_id, id);
CREATE UNIQUE INDEX token_one_bootstrap ON token (bootstrap) WHERE bootstrap AND revoked_at IS NULL;

CREATE TABLE project (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key             text        NOT NULL UNIQUE,
  name            text        NOT NULL,
  description     text,
  visibility      text        NOT NULL CHECK (visibility IN ('internal', 'restricted')),
  archived        boolean     NOT NULL DEFAULT false,
  policy          text        NOT NULL,
  version         integer     NOT NULL,
  -- the version the last member change got: members come and go, their versions never come back
  members_version integer     NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL,
  created_by      text        NOT NULL,
  updated_at      timestamptz NOT NULL,
  updated_by      text        NOT NULL
);

CREATE TABLE member (
  project_id   bigint  NOT NULL REFERENCES project,
  principal    text    NOT NULL,
  roles        text[]  NOT NULL,
  policy_roles text[]  NOT NULL,
  version      integer NOT NULL,
  PRIMARY KEY (project_id, principal)
);
CREATE INDEX member_by_principal ON member (principal, project_id);

-- The last number given, per project and kind; updating it is what makes numbers gapless.
CREATE TABLE counter (
  project_id bigint  NOT NULL REFERENCES project,
  kind       text    NOT NULL CHECK (kind IN ('adr', 'rfc')),
  last       integer NOT NULL,
  PRIMARY KEY (project_id, kind)
);

-- The row to lock, and the columns lists are made of. All but id follow from the revisions.
CREATE TABLE document (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  project_id       bigint      NOT NULL REFERENCES project,
  kind             text        NOT NULL CHECK (kind IN ('adr', 'rfc')),
  number           integer     NOT NULL CHECK (number > 0),
  title            text        NOT NULL,
  status           text        NOT NULL,
  revision         integer     NOT NULL,
  content_revision integer     NOT NULL,
  created_at       timestamptz NOT NULL,
  created_by       text        NOT NULL,
  updated_at       timestamptz NOT NULL,
  updated_by       text        NOT NULL,
  status_date      date        NOT NULL,
  review_on        date,
  tags             text[]      NOT NULL,
  components       text[]      NOT NULL,
  -- principals that wrote judged content: their verdicts may not count
  authors          text[]      NOT NULL,
  -- every id a part ever had: none is given twice
  part_ids         text[]      NOT NULL,
  title_words      tsvector GENERATED ALWAYS AS (to_tsvector('simple', title)) STORED,
  UNIQUE (project_id, kind, number)
);
CREATE INDEX document_by_status ON document (project_id, kind, status, number);
CREATE INDEX document_by_tag ON document USING gin (tags);
CREATE INDEX document_by_title_word ON document USING gin (title_words);
CREATE INDEX document_by_review ON document (review_on) WHERE review_on IS NOT NULL;

-- The log. sha256 is over the header {actor, at, content, document, message, previous, revision} as
-- canonical JSON, content being content_sha256, so that a redacted content leaves the proof whole.
CREATE TABLE revision (
  document_id     bigint      NOT NULL REFERENCES document,
  number          integer     NOT NULL,
  at              timestamptz NOT NULL,
  actor           text        NOT NULL,
  message         text,
  content_sha256  bytea       NOT NULL,
  previous_sha256 bytea,
  sha256          bytea       NOT NULL,
  PRIMARY KEY (document_id, number)
);
CREATE TABLE revision_content (
  document_id bigint  NOT NULL,
  number      integer NOT NULL,
  content     bytea   NOT NULL,
  PRIMARY KEY (document_id, number)
);

-- Index tables: dropped and rebuilt from the log at will.
CREATE TABLE document_link (
  document_id    bigint  NOT NULL REFERENCES document,
  ordinal        integer NOT NULL,
  link_id        text,
  rel            text    NOT NULL,
  title          text,
  target_project text    NOT NULL,
  target_kind    text    NOT NULL,
  target_number  integer NOT NULL,
  PRIMARY KEY (document_id, ordinal)
);
CREATE INDEX document_link_by_target ON document_link (target_project, target_kind, target_number, document_id);

CREATE TABLE document_risk (
  document_id bigint  NOT NULL REFERENCES document,
  ordinal     integer NOT NULL,
  risk_id     text    NOT NULL,
  state       text    NOT NULL,
  likelihood  text,
  impact      text,
  severity    integer,
  owner       text,
  PRIMARY KEY (document_id, ordinal)
);

CREATE TABLE document_approval (
  document_id  bigint      NOT NULL REFERENCES document,
  ordinal      integer     NOT NULL,
  approval_id  text        NOT NULL,
  role         text,
  approver     text,
  required     boolean     NOT NULL,
  state        text        NOT NULL,
  stale        boolean     NOT NULL,
  requested_at timestamptz NOT NULL,
  due_on       date,
  decided_by   text,
  decided_at   timestamptz,
  PRIMARY KEY (document_id, ordinal)
);

-- What each document was when: valid_to is null for what it is now.
CREATE TABLE document_state (
  document_id bigint      NOT NULL REFERENCES document,
  valid_from  timestamptz NOT NULL,
  valid_to    timestamptz,
  revision    integer     NOT NULL,
  status      text        NOT NULL,
  title       text        NOT NULL,
  tags        text[]      NOT NULL,
  PRIMARY KEY (document_id, valid_from)
);

CREATE TABLE lease (
  name   text PRIMARY KEY,
  holder text        NOT NULL,
  until  timestamptz NOT NULL
);

-- Gauges as the leased replica last computed them; every replica serves these.
CREATE TABLE gauge (
  name        text             NOT NULL,
  labels      text             NOT NULL,
  value       double precision NOT NULL,
  computed_at timestamptz      NOT NULL,
  PRIMARY KEY (name, labels)
);
