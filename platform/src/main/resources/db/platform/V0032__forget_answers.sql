-- Answers that nobody will ask for again are forgotten by the service itself.
CREATE POLICY found_by_services ON idempotency FOR SELECT
    USING (jumin_visible('-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
CREATE POLICY forgotten_by_services ON idempotency FOR DELETE
    USING (jumin_visible('-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT DELETE ON idempotency TO ${app};
CREATE INDEX idempotency_by_age ON idempotency USING brin (claimed_at);
