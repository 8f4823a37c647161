-- A list of a span of days is of what is decided, which the other documents do not stand between.
CREATE INDEX document_decided ON document (status_date, id) WHERE status NOT IN ('draft', 'proposed');
