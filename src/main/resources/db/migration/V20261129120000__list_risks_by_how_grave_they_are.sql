-- What the register of risks asks and shows. grade sorts by severity, then by impact, then by likelihood, so that a risk
-- of any likelihood and impact is in a range of an index; content is the risk's JSON, which passes through unread.
DROP TABLE document_risk;
CREATE TABLE document_risk (
  document_id bigint           NOT NULL REFERENCES document,
  ordinal     integer          NOT NULL,
  risk_id     text COLLATE "C" NOT NULL,
  project_id  bigint           NOT NULL,
  kind        text COLLATE "C" NOT NULL,
  status      text COLLATE "C" NOT NULL,
  state       text COLLATE "C" NOT NULL,
  grade       integer          NOT NULL,
  owner       text COLLATE "C",
  content     text             NOT NULL,
  PRIMARY KEY (document_id, ordinal)
);
CREATE INDEX document_risk_in_order ON document_risk (kind, status, state, grade, document_id, risk_id);
CREATE INDEX document_risk_of_project ON document_risk (project_id, state, grade, document_id, risk_id);
CREATE INDEX document_risk_of_owner ON document_risk (owner, grade, document_id, risk_id) WHERE owner IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON document_risk TO docket_app;

-- For readers who may read few projects of many.
CREATE INDEX project_internal ON project (id) WHERE visibility = 'internal';

UPDATE rebuild SET wanted = true WHERE EXISTS (SELECT FROM document);
