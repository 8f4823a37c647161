-- Who signed in with the identity provider: the issuer and subject that the name is bound to from the first time on,
-- and the groups as the newest token said, with the time it was issued. All are empty for who never did.
ALTER TABLE principal
  ADD COLUMN issuer    text,
  ADD COLUMN subject   text,
  ADD COLUMN groups    text[] NOT NULL DEFAULT '{}',
  ADD COLUMN groups_at timestamptz,
  ADD CONSTRAINT principal_bound_whole CHECK ((issuer IS NULL) = (subject IS NULL));
CREATE UNIQUE INDEX principal_by_subject ON principal (issuer, subject) WHERE issuer IS NOT NULL;
