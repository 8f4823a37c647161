-- What a project's maintainers asked for. One that was removed stays until its deliveries are gone.
CREATE TABLE webhook (
  id                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  project_id            bigint      NOT NULL REFERENCES project,
  url                   text        NOT NULL,
  -- empty: all
  types                 text[]      NOT NULL,
  kinds                 text[]      NOT NULL,
  state                 text        NOT NULL CHECK (state IN ('active', 'paused', 'disabled')),
  disabled_because      text CHECK (disabled_because IN ('gone', 'failing', 'owner-cannot-read')),
  -- on whose behalf it is told what happens
  owner                 text        NOT NULL,
  version               integer     NOT NULL,
  previous_secret_until timestamptz,
  created_at            timestamptz NOT NULL,
  updated_at            timestamptz NOT NULL,
  updated_by            text        NOT NULL,
  removed_at            timestamptz,
  CHECK ((state = 'disabled') = (disabled_because IS NOT NULL))
);
CREATE INDEX webhook_of_project ON webhook (project_id, id) WHERE removed_at IS NULL;
CREATE INDEX webhook_removed ON webhook (id) WHERE removed_at IS NOT NULL;

-- Apart from the rest, so that whatever shows a webhook does not read them.
CREATE TABLE webhook_secret (
  webhook_id bigint PRIMARY KEY REFERENCES webhook ON DELETE CASCADE,
  present    bytea NOT NULL,
  previous   bytea
);

-- The queue: a webhook's deliveries go one after the other, and whoever has claimed its lane sends them.
CREATE TABLE webhook_lane (
  webhook_id    bigint PRIMARY KEY REFERENCES webhook ON DELETE CASCADE,
  -- up to here its part of the feed was made into deliveries; null while it goes with all others
  position      bigint,
  -- when something is to be sent; of a claimed one, when the claim ends; null while there is nothing to send
  due_at        timestamptz,
  claimed       boolean NOT NULL DEFAULT false,
  -- since when no attempt has succeeded; null while the last ones do
  failing_since timestamptz
) WITH (fillfactor = 50);
CREATE INDEX webhook_lane_due ON webhook_lane (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_lane_behind ON webhook_lane (webhook_id) WHERE position IS NOT NULL;

-- One row. Whoever has it locked makes events into deliveries: position is how far that is.
CREATE TABLE webhook_feed (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL
);
INSERT INTO webhook_feed (position) SELECT position FROM feed_head;

CREATE TABLE webhook_delivery (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  webhook_id      bigint      NOT NULL,
  event_id        uuid        NOT NULL,
  type            text        NOT NULL,
  subject         text        NOT NULL,
  -- in the feed; null for a ping
  position        bigint,
  -- what is sent, the same at each attempt
  body            text        NOT NULL,
  state           text        NOT NULL CHECK (state IN ('pending', 'delivered', 'dead')),
  -- in all, and since it was last queued
  attempts        integer     NOT NULL DEFAULT 0,
  failed          integer     NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL,
  next_attempt_at timestamptz,
  finished_at     timestamptz,
  CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL)),
  CHECK ((state = 'pending') = (finished_at IS NULL))
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, next_attempt_at, id) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX webhook_delivery_of_webhook ON webhook_delivery (webhook_id, id);
CREATE INDEX webhook_delivery_pending ON webhook_delivery (webhook_id, id) WHERE state = 'pending';
CREATE INDEX webhook_delivery_dead ON webhook_delivery (webhook_id, id) WHERE state = 'dead';
CREATE INDEX webhook_delivery_finished ON webhook_delivery (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE webhook_attempt (
  delivery_id bigint      NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
  number      integer     NOT NULL,
  at          timestamptz NOT NULL,
  latency_ms  integer     NOT NULL,
  status      integer,
  error       text,
  excerpt     text,
  PRIMARY KEY (delivery_id, number)
);

GRANT SELECT, INSERT, UPDATE, DELETE
  ON webhook, webhook_secret, webhook_lane, webhook_delivery, webhook_attempt TO docket_app;
GRANT SELECT, UPDATE ON webhook_feed TO docket_app;
