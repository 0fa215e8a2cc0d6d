-- 同样的备案只有一份: what is filed twice at the same moment is kept once. What it said when it was filed; nothing once it was
-- changed or ended, so that it may be filed anew. Filings of before have none.
ALTER TABLE filing ADD COLUMN filed_as text;
CREATE UNIQUE INDEX one_filing_of_the_same ON filing (person_id, filed_as) WHERE state IN ('PENDING', 'EFFECTIVE');
GRANT UPDATE (filed_as) ON filing TO ${app};
