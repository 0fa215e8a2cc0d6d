-- 征缴期前缴费的认可: money paid before the window waits in suspense until somebody of the county says that it is for this year.
CREATE TABLE payment_acceptance (
    payment_id    uuid PRIMARY KEY REFERENCES payment (id),
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    note          text NOT NULL,
    accepted_by   text NOT NULL,
    accepted_at   timestamptz NOT NULL
);
ALTER TABLE payment_acceptance ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_acceptance FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON payment_acceptance USING (jumin_visible(division_path, '-', organ, '-'));
-- The path follows the person who moves.
GRANT SELECT, INSERT, UPDATE (division_path) ON payment_acceptance TO ${app};
CREATE TRIGGER payment_acceptance_is_never_deleted BEFORE DELETE ON payment_acceptance
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();

-- As it was when the payment came: a window that is corrected to begin later takes nothing from whoever had paid in time.
ALTER TABLE payment ADD COLUMN early boolean NOT NULL DEFAULT false;

DROP VIEW payment_position;
CREATE VIEW payment_position WITH (security_invoker = true) AS
SELECT p.*,
       EXISTS (SELECT 1 FROM payment r WHERE r.reverses = p.id) AS reversed,
       coalesce((SELECT sum(CASE WHEN g.account_to = 'SUSPENSE' THEN g.amount_fen ELSE -g.amount_fen END)
                 FROM posting g WHERE g.ref = p.id AND 'RECEIVABLE' IN (g.account_from, g.account_to)), 0)::bigint AS allocated_fen,
       EXISTS (SELECT 1 FROM payment_acceptance a WHERE a.payment_id = p.id) AS accepted
FROM payment p WHERE p.kind = 'NORMAL';
GRANT SELECT ON payment_position TO ${app};
