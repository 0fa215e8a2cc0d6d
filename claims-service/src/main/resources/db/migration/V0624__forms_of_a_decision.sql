-- 一次就诊的历次决定: a decision that is redone is replaced by another, which may be replaced again. One place says how they hang together.

-- A decision and those that it replaces, back to the first.
CREATE FUNCTION decisions_before(decision uuid) RETURNS TABLE (id uuid, first boolean) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE earlier (id, replaces) AS (
        SELECT s.id, s.replaces FROM settlement s WHERE s.id = decision
        UNION ALL
        SELECT s.id, s.replaces FROM earlier e JOIN settlement s ON s.id = e.replaces)
    SELECT e.id, e.replaces IS NULL FROM earlier e
$$;

-- The one that was made for the care itself.
CREATE FUNCTION first_decision(decision uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT b.id FROM decisions_before(decision) b WHERE b.first
$$;

-- All forms that the decision of a care has had, by any of them.
CREATE FUNCTION decision_forms(decision uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE form (id) AS (
        SELECT b.id FROM decisions_before(decision) b WHERE b.first
        UNION ALL
        SELECT s.id FROM form f JOIN settlement s ON s.replaces = f.id)
    SELECT f.id FROM form f
$$;

-- The same and their reversals, by any of them: all that was ever booked of a care.
CREATE FUNCTION care_of(decision uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
    WITH form AS (
        SELECT f.id FROM decision_forms(coalesce((SELECT s.reverses FROM settlement s WHERE s.id = decision), decision)) f)
    SELECT form.id FROM form UNION ALL SELECT r.id FROM form JOIN settlement r ON r.reverses = form.id
$$;

CREATE OR REPLACE VIEW provider_bill WITH (security_invoker = true) AS
SELECT s.id, s.number, s.kind, s.message_id, s.provider, s.area, s.division_path, s.settled_on, s.total_fen,
       coalesce(-own.pool_fen, s.pool_fen) AS pool_fen,
       coalesce(-own.critical_illness_fen, s.critical_illness_fen) AS critical_illness_fen,
       coalesce(-own.medical_assistance_fen, s.medical_assistance_fen) AS medical_assistance_fen,
       coalesce(-own.person_fen, s.person_fen) AS person_fen
FROM settlement s
LEFT JOIN settlement own ON s.kind = 'REVERSAL' AND own.id = first_decision(s.reverses) AND own.redo IS NULL
WHERE s.redo IS NULL AND s.outcome = 'PAID' AND (s.kind = 'SETTLEMENT' OR own.outcome = 'PAID');

-- 抵销: what is to be paid and what is to be recovered for the same care meet before money moves.
ALTER TABLE payout
    DROP CONSTRAINT payout_state_check,
    ADD CONSTRAINT payout_state_check CHECK (state IN
        ('WAITING_FOR_ACCOUNT', 'ACCOUNT_ENTERED', 'READY', 'IN_BATCH', 'PAID', 'REJECTED', 'TO_RECOVER', 'RECOVERED', 'SET_OFF')),
    DROP CONSTRAINT payout_entered_is_confirmed,
    ADD CONSTRAINT payout_entered_is_confirmed CHECK (
        account_by IS NULL OR account_confirmed_by IS NOT NULL OR state IN ('ACCOUNT_ENTERED', 'REJECTED', 'SET_OFF'));
CREATE INDEX payout_of_settlement ON payout (settlement_id);

-- 待核对的机构: of whom something has become known that decisions already made rest on; who was treated there is looked at next.
CREATE TABLE redo_provider (
    provider    text COLLATE "C" NOT NULL,
    since       date NOT NULL,
    detected_at timestamptz NOT NULL,
    PRIMARY KEY (provider, since)
);
GRANT SELECT, INSERT, UPDATE (detected_at), DELETE ON redo_provider TO ${app};
