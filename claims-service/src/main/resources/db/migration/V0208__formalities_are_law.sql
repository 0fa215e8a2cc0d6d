-- Documents and deadline of a manual claim and the bounds of review are the law's data now; the service keeps none of them.
DROP TABLE manual_document;
DROP TABLE manual_deadline;
ALTER TABLE review_rule DROP COLUMN bound;
ALTER TABLE manual_claim ADD COLUMN had_operation boolean NOT NULL DEFAULT true;
GRANT UPDATE (had_operation) ON manual_claim TO ${app};
