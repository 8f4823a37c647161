-- The heads of all chains at a time, signed: content is what the signature is over, sha256 its hash, which the next one
-- repeats. The other columns are for lists.
CREATE TABLE checkpoint (
  number     bigint      NOT NULL PRIMARY KEY CHECK (number > 0),
  at         timestamptz NOT NULL,
  position   bigint      NOT NULL,
  heads      integer     NOT NULL,
  sha256     bytea       NOT NULL,
  public_key text        NOT NULL,
  content    bytea       NOT NULL,
  signature  bytea       NOT NULL
);

-- The key that signs where the operator gives none. Whoever reads it can sign anything: that is said at the start.
CREATE TABLE checkpoint_key (
  only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  private_key text        NOT NULL,
  made_at     timestamptz NOT NULL
);

CREATE TRIGGER checkpoint_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER checkpoint_key_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint_key
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

GRANT SELECT, INSERT ON checkpoint, checkpoint_key TO docket_app;
