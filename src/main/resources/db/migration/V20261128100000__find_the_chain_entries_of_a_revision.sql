-- Verification asks of each revision whether the chain has it.
CREATE INDEX chain_of_revision ON chain (document_id, revision);
