-- 催缴: what helps people to find who has not paid, and what was done about it.
ALTER TABLE insured_person ADD COLUMN phone_masked text NOT NULL DEFAULT '';
CREATE INDEX insured_person_by_place ON insured_person (division_path, household_id, person_id);
CREATE INDEX levy_in_force_by_place ON levy (benefit_year, division_path) WHERE superseded_by IS NULL;

-- 走访记录: somebody spoke with a person who has not paid. Only ever added; the path follows the person.
CREATE TABLE visit (
    id            uuid PRIMARY KEY,
    seq           bigint GENERATED ALWAYS AS IDENTITY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    person_id     uuid NOT NULL,
    benefit_year  int NOT NULL,
    reason        text NOT NULL,
    note          text NOT NULL,
    visited_on    date NOT NULL,
    visited_by    text NOT NULL,
    recorded_at   timestamptz NOT NULL
);
CREATE INDEX visit_by_person ON visit (person_id, benefit_year, seq);
ALTER TABLE visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE visit FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON visit USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (division_path) ON visit TO ${app};
CREATE TRIGGER visit_is_never_deleted BEFORE DELETE ON visit FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();

-- 已缴: what the levy of a person and year has taken out of suspense, and the day of the last payment it took from.
CREATE VIEW levy_paid WITH (security_invoker = true) AS
SELECT person_id, benefit_year,
       sum(CASE WHEN account_from = 'RECEIVABLE' THEN amount_fen ELSE -amount_fen END)::bigint AS paid_fen,
       max(occurred_on) FILTER (WHERE account_from = 'RECEIVABLE') AS last_paid_on
FROM posting
WHERE (account_from = 'RECEIVABLE' AND account_to = 'SUSPENSE') OR (account_from = 'SUSPENSE' AND account_to = 'RECEIVABLE')
GROUP BY person_id, benefit_year;
GRANT SELECT ON levy_paid TO ${app};
