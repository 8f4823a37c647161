-- A name means one principal for good, and so does a subject of the identity provider: by their hashes, also when the
-- principal has been anonymised and both are gone.
ALTER TABLE principal
  ADD COLUMN version        integer NOT NULL DEFAULT 1,
  ADD COLUMN name_sha256    bytea,
  ADD COLUMN subject_sha256 bytea,
  ADD COLUMN anonymised_at  timestamptz;
UPDATE principal SET name_sha256 = sha256(convert_to(name, 'UTF8')),
  subject_sha256 = sha256(convert_to(issuer || chr(10) || subject, 'UTF8'));
ALTER TABLE principal
  ALTER COLUMN name_sha256 SET NOT NULL,
  ADD CONSTRAINT principal_anonymised_whole CHECK (anonymised_at IS NULL OR (display_name IS NULL AND issuer IS NULL
    AND groups_at IS NULL AND groups = '{}' AND global_roles = '{}'));
CREATE UNIQUE INDEX principal_by_name_hash ON principal (name_sha256);
CREATE UNIQUE INDEX principal_by_subject_hash ON principal (subject_sha256);
CREATE INDEX principal_anonymised ON principal (name COLLATE "C") WHERE anonymised_at IS NOT NULL;
CREATE INDEX token_by_maker ON token (created_by);

-- Whatever stands last in a path: a principal, or the id of one or of a token.
CREATE INDEX trail_about ON trail (substring(subject FROM '[^/]*$'));

-- Of the trail nothing changes but this: rows of a principal, and rows about one, do not say any more who it was when it
-- has been anonymised. What was done, when, in which project and how often stays as it is. docket.anonymising is the
-- principal's id; only rows that are its own, or about it or its tokens, can be changed.
DROP TRIGGER trail_is_append_only ON trail;
CREATE TRIGGER trail_is_append_only BEFORE TRUNCATE ON trail FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE FUNCTION refuse_naming_others() RETURNS trigger LANGUAGE plpgsql
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
      OR who.name_sha256 = sha256(convert_to(substring(OLD.subject FROM '[^/]*$'), 'UTF8'))
      OR OLD.subject = '/api/v1/principals/' || who.id
      OR EXISTS (SELECT FROM token WHERE principal_id = who.id AND OLD.subject = '/api/v1/tokens/' || id))
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the trail is append-only: UPDATE is refused' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER trail_names_stay BEFORE UPDATE ON trail FOR EACH ROW EXECUTE FUNCTION refuse_naming_others();

-- Takes a principal that has been anonymised out of the trail; former is the name that it had. Answers false where that
-- was not its name, or it has not been anonymised.
CREATE FUNCTION anonymise_trail(of_principal bigint, former text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", pg_temp AS $$
DECLARE
  alias text;
  own text[];
BEGIN
  SELECT name INTO alias FROM principal
  WHERE id = of_principal AND anonymised_at IS NOT NULL AND name_sha256 = sha256(convert_to(former, 'UTF8'));
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM set_config('docket.anonymising', of_principal::text, true);
  own := array(SELECT '/api/v1/tokens/' || id FROM token WHERE principal_id = of_principal)
    || ('/api/v1/principals/' || of_principal);
  -- what it is called, and its tokens are
  UPDATE trail SET detail = NULL WHERE substring(subject FROM '[^/]*$') = ANY (
      SELECT substring(path FROM '[^/]*$') FROM unnest(own) AS path) AND subject = ANY (own);
  UPDATE trail SET subject = regexp_replace(subject, '[^/]*$', alias),
    detail = CASE WHEN subject LIKE '/api/v1/principals/%' THEN NULL ELSE detail END
  WHERE substring(subject FROM '[^/]*$') = former;
  -- from where
  UPDATE trail SET principal = alias, remote_address = NULL, user_agent = NULL WHERE principal = former;
  PERFORM set_config('docket.anonymising', '', true);
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION anonymise_trail(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION anonymise_trail(bigint, text) TO docket_app;
