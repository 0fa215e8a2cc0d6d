-- 退费办理清单: since when a refund has stood where it stands; what is stuck comes first.
ALTER TABLE refund ADD COLUMN changed_at timestamptz;
ALTER TABLE refund NO FORCE ROW LEVEL SECURITY;
UPDATE refund SET changed_at = coalesce(withdrawn_at, decided_at, requested_at);
ALTER TABLE refund FORCE ROW LEVEL SECURITY;
ALTER TABLE refund ALTER COLUMN changed_at SET NOT NULL;
GRANT UPDATE (changed_at) ON refund TO ${app};

-- 应缴核定清单: those who are asked for nothing, by village; they are few.
CREATE INDEX levy_not_issued_by_place ON levy (benefit_year, division_path, person_id)
    WHERE superseded_by IS NULL AND state <> 'ISSUED';
