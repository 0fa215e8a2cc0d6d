-- 国库确认 lies where its payment lies: a refund decides by it through which account it is paid, whoever is responsible by now.
ALTER TABLE treasury_receipt NO FORCE ROW LEVEL SECURITY;
ALTER TABLE payment NO FORCE ROW LEVEL SECURITY;
UPDATE treasury_receipt t SET division_path = p.division_path FROM payment p
WHERE t.payment_id = p.id AND t.division_path <> p.division_path;
ALTER TABLE payment FORCE ROW LEVEL SECURITY;
ALTER TABLE treasury_receipt FORCE ROW LEVEL SECURITY;

-- 到账单号: one that was recorded wrongly and reversed is free for the true receipt.
ALTER TABLE fund_receipt DROP CONSTRAINT one_receipt_per_document;
CREATE UNIQUE INDEX one_receipt_per_document ON fund_receipt (area, document_no) WHERE reversed_by IS NULL;
