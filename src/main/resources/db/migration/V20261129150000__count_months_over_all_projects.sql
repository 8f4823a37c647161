-- What happened in a month over all projects is a row like that of a project, of project 0, which there is none of: whoever
-- asks about all of them reads a row a month, not one for each project.
CREATE INDEX month_of_documents_of_month ON month_of_documents (month);
CREATE INDEX month_of_verdicts_of_month ON month_of_verdicts (month);

INSERT INTO month_due (project_id, month)
SELECT 0, month FROM month_of_documents UNION SELECT 0, month FROM month_of_verdicts;
