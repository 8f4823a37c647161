-- A trail may be longer than one statement gets through. Changes at most so many rows each of those about the
-- principal's own things, about its name, and by it; answers how many they were, 0 once there is none left, or where it
-- has not been anonymised, or had another name.
DROP FUNCTION anonymise_trail(bigint, text);
CREATE FUNCTION anonymise_trail(of_principal bigint, former text, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", pg_temp AS $$
DECLARE
  alias text;
  own text[];
  changed integer;
  sum integer := 0;
BEGIN
  SELECT name INTO alias FROM principal
  WHERE id = of_principal AND anonymised_at IS NOT NULL AND name_sha256 = sha256(convert_to(former, 'UTF8'));
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  PERFORM set_config('docket.anonymising', of_principal::text, true);
  own := array(SELECT '/api/v1/tokens/' || id FROM token WHERE principal_id = of_principal)
    || ('/api/v1/principals/' || of_principal);
  -- what it is called, and its tokens are
  UPDATE trail SET detail = NULL WHERE id IN (
    SELECT id FROM trail WHERE detail IS NOT NULL AND subject = ANY (own) AND substring(subject FROM '[^/]*$') = ANY (
      SELECT substring(path FROM '[^/]*$') FROM unnest(own) AS path) LIMIT most);
  GET DIAGNOSTICS changed = ROW_COUNT;
  sum := sum + changed;
  UPDATE trail SET subject = regexp_replace(subject, '[^/]*$', alias),
    detail = CASE WHEN subject LIKE '/api/v1/principals/%' THEN NULL ELSE detail END
  WHERE id IN (
    SELECT id FROM trail WHERE substring(subject FROM '[^/]*$') = former AND (subject ~ '/members/[^/]*$'
      OR (subject ~ '^/api/v1/principals/[^/]*$' AND former !~ '^[0-9]+$')) LIMIT most);
  GET DIAGNOSTICS changed = ROW_COUNT;
  sum := sum + changed;
  -- from where
  UPDATE trail SET principal = alias, remote_address = NULL, user_agent = NULL
  WHERE id IN (SELECT id FROM trail WHERE principal = former LIMIT most);
  GET DIAGNOSTICS changed = ROW_COUNT;
  sum := sum + changed;
  PERFORM set_config('docket.anonymising', '', true);
  RETURN sum;
END $$;
REVOKE EXECUTE ON FUNCTION anonymise_trail(bigint, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION anonymise_trail(bigint, text, integer) TO docket_app;

-- What stands last in a path is a name where members are, and where principals are if it is no id: nowhere else, whatever
-- a principal is called.
CREATE OR REPLACE FUNCTION refuse_naming_others() RETURNS trigger LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", pg_temp AS $$
DECLARE
  who principal;
BEGIN
  SELECT * INTO who FROM principal
  WHERE id = nullif(current_setting('docket.anonymising', true), '')::bigint AND anonymised_at IS NOT NULL;
  IF FOUND
    AND (NEW.id, NEW.at, NEW.action, NEW.project, NEW.trace_id, NEW.times)
      IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.action, OLD.project, OLD.trace_id, OLD.times)
    AND (who.name_sha256 = sha256(convert_to(OLD.principal, 'UTF8'))
      OR who.name_sha256 = sha256(convert_to(substring(OLD.subject FROM '/members/([^/]*)$'), 'UTF8'))
      OR who.name_sha256 = sha256(convert_to(
        substring(OLD.subject FROM '^/api/v1/principals/([^/]*[^/0-9][^/]*)$'), 'UTF8'))
      OR OLD.subject = '/api/v1/principals/' || who.id
      OR EXISTS (SELECT FROM token WHERE principal_id = who.id AND OLD.subject = '/api/v1/tokens/' || id))
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the trail is append-only: UPDATE is refused' USING ERRCODE = 'insufficient_privilege';
END $$;
