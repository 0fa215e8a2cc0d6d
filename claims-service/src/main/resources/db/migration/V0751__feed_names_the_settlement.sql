-- A settlement's change repeated the settlement, which never changes: now it names it, and what it says is put together when somebody
-- reads it. Changes of before stay as they were written. The reference is a column: a value taken out of the payload would not be
-- leakproof, and under row-level security such a one finds nothing by index.
ALTER TABLE change_feed ADD COLUMN settlement uuid;

-- What contribution's fund books read. A row of a redo changes nothing of what the provider is owed: a payout does the rest.
CREATE FUNCTION settlement_told(s settlement) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object(
        'settlementId', s.id, 'kind', s.kind, 'reverses', s.reverses, 'provider', s.provider, 'area', s.area,
        'benefitYear', s.benefit_year,
        'poolPay', (s.pool_fen / 100.0)::numeric(20, 2)::text,
        'criticalIllnessPay', (s.critical_illness_fen / 100.0)::numeric(20, 2)::text,
        'medicalAssistancePay', (s.medical_assistance_fen / 100.0)::numeric(20, 2)::text,
        'personPay', (s.person_fen / 100.0)::numeric(20, 2)::text,
        'totalAmount', (s.total_fen / 100.0)::numeric(20, 2)::text,
        'settledOn', s.settled_on, 'redo', s.redo, 'replaces', s.replaces)
$$;

-- With the rights of its owner, whom row-level security binds as well: a process of the version before, which would tell the bare row,
-- can no longer read it. It answers with a fault until it is replaced, and the readers ask again.
CREATE OR REPLACE VIEW change_feed_told WITH (security_invoker = false) AS
SELECT f.tx, f.id, f.kind, f.subject, f.recorded_at,
       CASE WHEN f.settlement IS NULL THEN f.payload ELSE settlement_told(s) END AS payload
FROM change_feed f LEFT JOIN settlement s ON s.id = f.settlement;
REVOKE SELECT ON change_feed FROM ${app};
