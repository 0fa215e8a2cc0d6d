-- 重算: a decision made again takes the place of the one it replaces in the order of the person-year.
ALTER TABLE settlement
    ADD COLUMN redo     uuid,
    ADD COLUMN replaces uuid REFERENCES settlement (id),
    ADD COLUMN place    bigint,
    ADD CONSTRAINT one_replacement_per_settlement UNIQUE (replaces),
    ADD CONSTRAINT redone_has_its_place CHECK ((redo IS NULL) = (place IS NULL) AND (replaces IS NULL OR redo IS NOT NULL));
CREATE INDEX settlement_of_redo ON settlement (redo) WHERE redo IS NOT NULL;

-- 重算单: why, by whom, for whose year.
CREATE TABLE redo (
    id            uuid PRIMARY KEY,
    cause         text NOT NULL CHECK (cause IN ('REVERSAL', 'LATE_FACTS')),
    person_id     uuid NOT NULL,
    benefit_year  int NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    reason        text NOT NULL,
    ordered_by    text NOT NULL,
    occurred_on   date NOT NULL,
    recorded_at   timestamptz NOT NULL
);
CREATE INDEX redo_of_person_year ON redo (person_id, benefit_year);

-- 重算明细: one line per decision, with its difference (new less old); what the fund owes the person is to pay, the rest to recover.
CREATE TABLE redo_line (
    redo                   uuid NOT NULL REFERENCES redo (id),
    settlement_id          uuid NOT NULL REFERENCES settlement (id),
    replaced_by            uuid NOT NULL REFERENCES settlement (id),
    provider               text COLLATE "C" NOT NULL,
    division_path          text COLLATE "C" NOT NULL,
    pool_fen               bigint NOT NULL,
    critical_illness_fen   bigint NOT NULL,
    medical_assistance_fen bigint NOT NULL,
    third_party_fen        bigint NOT NULL,
    person_fen             bigint NOT NULL,
    PRIMARY KEY (redo, settlement_id),
    CONSTRAINT difference_only_moves_between_payers CHECK (
        pool_fen + critical_illness_fen + medical_assistance_fen + third_party_fen + person_fen = 0)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['redo', 'redo_line'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (jumin_visible(division_path, provider, ''-'' COLLATE "C", ''-'' COLLATE "C"))', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app}', t);
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION jumin_insert_only()',
            t || '_is_insert_only', t);
    END LOOP;
END
$$;
