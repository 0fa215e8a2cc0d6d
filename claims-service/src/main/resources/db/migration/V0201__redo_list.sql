-- 待核对的人: somebody of whom something became known after decisions had been made; looked at soon, then forgotten.
CREATE TABLE redo_suspect (
    person_id     uuid PRIMARY KEY,
    division_path text COLLATE "C" NOT NULL,
    provider      text COLLATE "C" NOT NULL DEFAULT '-',
    detected_at   timestamptz NOT NULL,
    tries         int NOT NULL DEFAULT 0
);

-- 待重算清单: a standing decision that would come out another way on what is known today, with its difference (new less old).
CREATE TABLE redo_item (
    settlement_id          uuid PRIMARY KEY REFERENCES settlement (id),
    person_id              uuid NOT NULL,
    benefit_year           int NOT NULL,
    division_path          text COLLATE "C" NOT NULL,
    provider               text COLLATE "C" NOT NULL DEFAULT '-',
    new_outcome            text NOT NULL,
    changed                text[] NOT NULL,
    pool_fen               bigint NOT NULL,
    critical_illness_fen   bigint NOT NULL,
    medical_assistance_fen bigint NOT NULL,
    third_party_fen        bigint NOT NULL,
    person_fen             bigint NOT NULL,
    detected_at            timestamptz NOT NULL,
    state                  text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE', 'GONE', 'DISMISSED')),
    redo                   uuid REFERENCES redo (id),
    closed_by              text,
    closing_reason         text
);
CREATE INDEX redo_item_open ON redo_item (division_path, settlement_id) WHERE state = 'OPEN';
CREATE INDEX redo_item_of_person ON redo_item (person_id, benefit_year);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['redo_suspect', 'redo_item'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (jumin_visible(division_path, provider, ''-'' COLLATE "C", ''-'' COLLATE "C"))', t);
    END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE (detected_at, tries), DELETE ON redo_suspect TO ${app};
GRANT SELECT, INSERT, UPDATE ON redo_item TO ${app};
