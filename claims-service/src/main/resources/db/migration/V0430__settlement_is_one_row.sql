-- A settlement is written as one row: its document, its entries and its postings stand in it, not in seven rows beside it, of which
-- each repeated whose it is and where it lies. The document (bill, facts and decision, line by line as before) is packed by the
-- service; what is asked of a paid bill stands in paid_care. What was asked of the old tables is asked of views of the same names.
ALTER TABLE settlement
    ADD COLUMN entries  jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN postings jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN document bytea;
ALTER TABLE settlement ALTER COLUMN document SET STORAGE EXTERNAL;
ALTER TABLE settlement SET (toast_tuple_target = 4080);
ALTER TABLE paid_care ADD COLUMN diagnosis text, ADD COLUMN encounter uuid, ADD COLUMN interim boolean NOT NULL DEFAULT false;
CREATE INDEX paid_care_of_encounter ON paid_care (encounter) WHERE encounter IS NOT NULL;

SELECT set_config('jumin.' || d || '_from', '!', true), set_config('jumin.' || d || '_to', '~', true)
FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) d;
ALTER TABLE settlement DISABLE TRIGGER settlement_is_insert_only;
UPDATE settlement s SET
    entries = coalesce((SELECT jsonb_object_agg(e.name, e.amount) FROM accumulator_entry e WHERE e.settlement_id = s.id), '{}'),
    postings = coalesce((SELECT jsonb_agg(jsonb_build_array(p.account_from, p.account_to, p.amount_fen) ORDER BY p.line)
                         FROM posting p WHERE p.settlement_id = s.id), '[]'),
    document = (SELECT convert_to(d.bill::text || E'\n' || d.facts || E'\n' || d.decision, 'UTF8')
                FROM settlement_document d WHERE d.settlement_id = s.id);
ALTER TABLE settlement ENABLE TRIGGER settlement_is_insert_only;
UPDATE paid_care c SET diagnosis = d.bill #>> '{diagnosis,code}', encounter = (d.bill ->> 'encounter')::uuid,
                       interim = coalesce((d.bill ->> 'interim')::boolean, false)
FROM settlement_document d WHERE d.settlement_id = c.settlement_id;

-- What names a bill without a number of its own is a digest; twenty bytes of it, in sixty-four letters, are enough.
UPDATE paid_care SET bill_key = 'C:' || rtrim(translate(encode(substr(decode(substr(bill_key, 3), 'hex'), 1, 20), 'base64'), '+/', '-_'), '=')
WHERE bill_key ~ '^C:[0-9a-f]{64}$';

DROP TABLE posting, accumulator_entry;
DROP TRIGGER paid_care_is_noted ON settlement_document;
DROP FUNCTION note_paid_care();
DROP FUNCTION paid_care_of(settlement_document);
DROP TABLE settlement_document;

-- Money moves forward, and somewhere.
CREATE FUNCTION posting_moves_money(postings jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT NOT EXISTS (SELECT 1 FROM jsonb_array_elements(postings) p WHERE (p ->> 2)::bigint <= 0 OR p ->> 0 = p ->> 1)
$$;
ALTER TABLE settlement ADD CONSTRAINT posting_moves_money CHECK (posting_moves_money(postings));

-- 累计分录、记账分录. Row-level security of the settlement decides who sees them.
CREATE VIEW accumulator_entry WITH (security_invoker = true) AS
SELECT s.id AS settlement_id, e.key AS name, s.person_id, s.benefit_year, s.provider, s.division_path, e.value::bigint AS amount
FROM settlement s, jsonb_each_text(s.entries) e;
CREATE VIEW posting WITH (security_invoker = true) AS
SELECT s.id AS settlement_id, p.line, p.moved ->> 0 AS account_from, p.moved ->> 1 AS account_to, (p.moved ->> 2)::bigint AS amount_fen,
       s.provider, s.division_path, s.settled_on AS occurred_on, s.recorded_at
FROM settlement s, jsonb_array_elements(s.postings) WITH ORDINALITY p (moved, line);
GRANT SELECT ON accumulator_entry, posting TO ${app};

-- 相邻的就诊: paid care beside one that is looked at: the same bill, stays that share more than a boundary day with it, and the last stay before it.
CREATE FUNCTION paid_care_beside(persons uuid[], of_provider text, of_bill text, first_day date, last_day date, own uuid)
RETURNS TABLE (relation text, number text, provider text, "settledOn" date, admission date, discharge date, diagnosis text, encounter uuid)
LANGUAGE sql STABLE AS $$
    WITH found AS (
        SELECT 'SAME_BILL' AS relation, c.* FROM paid_care c WHERE c.care_provider = of_provider AND c.bill_key = of_bill
        UNION ALL
        SELECT 'OVERLAPPING_STAY', c.* FROM paid_care c
        WHERE c.person_id = ANY (persons) AND c.stay AND c.discharge > first_day AND c.admission < last_day
        UNION ALL
        (SELECT 'STAY_BEFORE', c.* FROM paid_care c
         WHERE c.person_id = ANY (persons) AND c.stay AND c.discharge <= first_day AND c.settlement_id IS DISTINCT FROM own
         ORDER BY c.discharge DESC LIMIT 1))
    SELECT f.relation, s.number, f.care_provider, s.settled_on, f.admission, f.discharge, f.diagnosis, f.encounter
    FROM found f JOIN settlement s ON s.id = f.settlement_id WHERE f.settlement_id IS DISTINCT FROM own
$$;
