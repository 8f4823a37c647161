-- Names are ASCII: in the order of their bytes, so that those with the same beginning are a range.
CREATE INDEX principal_by_name ON principal (name COLLATE "C");
CREATE INDEX principal_by_kind ON principal (kind, name COLLATE "C");
