-- 机构自己的账: what a provider settled and reversed, with what that gave it or took back. A redo by the agency is between the fund
-- and the person, so the reversal of a redone settlement takes back from the provider what its own settlement once gave.
CREATE VIEW provider_bill WITH (security_invoker = true) AS
SELECT s.id, s.number, s.kind, s.message_id, s.provider, s.area, s.division_path, s.settled_on, s.total_fen,
       coalesce(-own.pool_fen, s.pool_fen) AS pool_fen,
       coalesce(-own.critical_illness_fen, s.critical_illness_fen) AS critical_illness_fen,
       coalesce(-own.medical_assistance_fen, s.medical_assistance_fen) AS medical_assistance_fen,
       coalesce(-own.person_fen, s.person_fen) AS person_fen
FROM settlement s
LEFT JOIN LATERAL (
    WITH RECURSIVE earlier AS (
        SELECT o.* FROM settlement o WHERE o.id = s.reverses
        UNION ALL
        SELECT o.* FROM earlier e JOIN settlement o ON o.id = e.replaces)
    SELECT * FROM earlier WHERE redo IS NULL) own ON s.kind = 'REVERSAL'
WHERE s.redo IS NULL AND s.outcome = 'PAID' AND (s.kind = 'SETTLEMENT' OR own.outcome = 'PAID');
GRANT SELECT ON provider_bill TO ${app};
