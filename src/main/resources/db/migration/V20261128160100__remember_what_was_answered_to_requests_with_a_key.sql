-- The answer to each request with an Idempotency-Key, for a day. scope is the hash of principal, method, path and key;
-- the row is written in the transaction of the effect, so that there is no effect without it.
CREATE TABLE idempotency_key (
  scope       bytea       NOT NULL PRIMARY KEY,
  at          timestamptz NOT NULL,
  fingerprint bytea,
  status      smallint,
  headers     text,
  body        bytea
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (at);
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO docket_app;
