-- Written in the transaction of a change; emptied by the sequencer, which gives positions after commit.
CREATE TABLE outbox (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id        uuid        NOT NULL,
  type            text        NOT NULL,
  at              timestamptz NOT NULL,
  actor           text        NOT NULL,
  project_id      bigint      NOT NULL,
  subject         text        NOT NULL,
  document_id     bigint,
  revision        integer,
  -- only on the first event of a revision: it is what the project chain takes up
  revision_sha256 bytea,
  data            text        NOT NULL
);

CREATE TABLE feed (
  position    bigint      NOT NULL PRIMARY KEY,
  event_id    uuid        NOT NULL,
  type        text        NOT NULL,
  at          timestamptz NOT NULL,
  actor       text        NOT NULL,
  project_id  bigint      NOT NULL,
  subject     text        NOT NULL,
  document_id bigint,
  revision    integer,
  data        text        NOT NULL
) PARTITION BY RANGE (position);
CREATE INDEX feed_of_project ON feed (project_id, position);

-- One row. Whoever has it locked is the sequencer of the moment.
CREATE TABLE feed_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL
);
INSERT INTO feed_head (position) VALUES (0);

-- Never cut: sha256 is over {position, previous, revision} as canonical JSON.
CREATE TABLE chain (
  project_id      bigint  NOT NULL,
  position        bigint  NOT NULL,
  document_id     bigint  NOT NULL,
  revision        integer NOT NULL,
  revision_sha256 bytea   NOT NULL,
  previous_sha256 bytea,
  sha256          bytea   NOT NULL,
  PRIMARY KEY (project_id, position)
);

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER revision_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER revision_content_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON revision_content
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER feed_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON feed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER chain_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON chain
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- A partition holds a million positions. The sequencer asks ahead of need; making one takes the owner,
-- whose own search path is pinned so that no caller can point the function at another schema.
CREATE FUNCTION make_feed_partition(at_position bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  nth bigint := at_position / 1000000;
BEGIN
  EXECUTE format('CREATE TABLE IF NOT EXISTS feed_%s PARTITION OF feed FOR VALUES FROM (%s) TO (%s)',
    nth, nth * 1000000, (nth + 1) * 1000000);
END $$;
SELECT make_feed_partition(0);

GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO docket_app;
GRANT SELECT, INSERT ON revision, revision_content, feed, chain TO docket_app;
GRANT SELECT, INSERT, UPDATE ON principal, token, project, counter, document TO docket_app;
GRANT SELECT, INSERT, DELETE ON outbox TO docket_app;
GRANT SELECT, UPDATE ON feed_head TO docket_app;
GRANT SELECT, INSERT, UPDATE, DELETE
  ON member, document_link, document_risk, document_approval, document_state, lease, gauge TO docket_app;
REVOKE EXECUTE ON FUNCTION make_feed_partition(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_feed_partition(bigint) TO docket_app;

-- The service signs in as itself and takes the role; the owner has it by having made it.
DO $$
BEGIN
  EXECUTE format('GRANT docket_app TO %I', CURRENT_USER);
  IF '${service}' <> '' AND '${service}' <> CURRENT_USER THEN
    EXECUTE format('GRANT docket_app TO %I', '${service}');
  END IF;
END $$;
