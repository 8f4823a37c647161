-- Who did what to which address, when and from where. Rows of a change are written in its transaction; refusals in
-- batches, those that are alike collapsed into one row that says how many they were.
CREATE TABLE trail (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at             timestamptz NOT NULL,
  action         text        NOT NULL,
  principal      text,
  project        text,
  subject        text,
  remote_address text,
  user_agent     text,
  trace_id       text,
  detail         text,
  times          integer     NOT NULL CHECK (times > 0)
);
CREATE INDEX trail_by_time ON trail (at, id);
CREATE INDEX trail_of_principal ON trail (principal, at, id);
CREATE INDEX trail_of_project ON trail (project, at, id) WHERE project IS NOT NULL;

CREATE TRIGGER trail_is_append_only BEFORE UPDATE OR TRUNCATE ON trail
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- What has been kept for 30 days may go; until then nobody deletes it, the owner included.
CREATE FUNCTION refuse_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.at > now() - interval '30 days' THEN
    RAISE EXCEPTION 'the trail of the last 30 days stays' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER trail_stays BEFORE DELETE ON trail FOR EACH ROW EXECUTE FUNCTION refuse_forgetting();

-- Deletes the oldest rows that are older than so many days, at most 5,000 at a time; answers how many they were.
CREATE FUNCTION cut_trail(days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  cut integer;
BEGIN
  DELETE FROM trail WHERE id IN (
    SELECT id FROM trail WHERE at < now() - make_interval(days => greatest(days, 31)) ORDER BY at, id LIMIT 5000);
  GET DIAGNOSTICS cut = ROW_COUNT;
  RETURN cut;
END $$;

GRANT SELECT, INSERT ON trail TO docket_app;
REVOKE EXECUTE ON FUNCTION cut_trail(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cut_trail(integer) TO docket_app;
