-- The words of a document have its era of each size, which are more now.
UPDATE rebuild SET wanted = true WHERE EXISTS (SELECT FROM document);
