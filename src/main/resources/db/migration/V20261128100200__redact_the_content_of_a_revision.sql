-- A content that is gone leaves a scar. sha256 is over {actor, at, content, document, reason, redacted} as canonical
-- JSON, content being the revision's content_sha256; the chain takes it up. status and judged are what the index tables
-- and the rules of approval still need of the revision.
CREATE TABLE redaction (
  document_id bigint      NOT NULL,
  number      integer     NOT NULL,
  at          timestamptz NOT NULL,
  actor       text        NOT NULL,
  reason      text        NOT NULL,
  sha256      bytea       NOT NULL,
  status      text        NOT NULL,
  judged      boolean     NOT NULL,
  PRIMARY KEY (document_id, number),
  FOREIGN KEY (document_id, number) REFERENCES revision
);
CREATE TRIGGER redaction_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON redaction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- Nobody deletes a content that has no scar, the owner included.
DROP TRIGGER revision_content_is_append_only ON revision_content;
CREATE TRIGGER revision_content_is_append_only BEFORE UPDATE OR TRUNCATE ON revision_content
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE FUNCTION refuse_vanishing() RETURNS trigger LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM redaction WHERE document_id = OLD.document_id AND number = OLD.number) THEN
    RAISE EXCEPTION 'the log is append-only: DELETE on revision_content is refused'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER revision_content_stays BEFORE DELETE ON revision_content
  FOR EACH ROW EXECUTE FUNCTION refuse_vanishing();

-- Scar and removal in one go, which is all that the service may do to a content. The newest revision keeps its own:
-- it is what is served and indexed. Answers false where there is nothing to remove.
CREATE FUNCTION redact(
  of_document bigint, of_number integer, at_time timestamptz, by_actor text, for_reason text, with_sha256 bytea,
  had_status text, was_judged boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", pg_temp AS $$
BEGIN
  PERFORM FROM document WHERE id = of_document AND revision > of_number FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO redaction VALUES
    (of_document, of_number, at_time, by_actor, for_reason, with_sha256, had_status, was_judged)
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM revision_content WHERE document_id = of_document AND number = of_number;
  RETURN FOUND;
END $$;
REVOKE EXECUTE ON FUNCTION redact(bigint, integer, timestamptz, text, text, bytea, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION redact(bigint, integer, timestamptz, text, text, bytea, text, boolean) TO docket_app;
GRANT SELECT ON redaction TO docket_app;

-- The file that a redacted content came from goes as well; what it was known by stays.
ALTER TABLE original ALTER COLUMN content DROP NOT NULL;
CREATE INDEX import_file_by_ref ON import_file (ref) WHERE done AND ref IS NOT NULL;
