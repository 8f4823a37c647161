-- What is in force, by the day of its review; and what is proposed, by the day since which it is.
CREATE INDEX document_by_day_of_review ON document (kind, review_on, id)
  WHERE status IN ('accepted', 'implemented') AND review_on IS NOT NULL;
CREATE INDEX document_of_project_by_day_of_review ON document (project_id, review_on, id)
  WHERE status IN ('accepted', 'implemented') AND review_on IS NOT NULL;
CREATE INDEX document_by_day_of_proposal ON document (kind, status_date, id) WHERE status = 'proposed';
CREATE INDEX document_of_project_by_day_of_proposal ON document (project_id, status_date, id) WHERE status = 'proposed';
DROP INDEX document_proposed;
