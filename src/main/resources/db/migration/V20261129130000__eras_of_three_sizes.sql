-- The words of a document have its era of each size now, of which only the program knows the words.
UPDATE rebuild SET wanted = true WHERE EXISTS (SELECT FROM document);
