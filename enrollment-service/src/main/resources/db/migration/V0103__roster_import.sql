-- 花名册导入: the file in sealed pieces until it is read, then its rows, sealed, each with its verdict.
CREATE TABLE roster_import (
    id            uuid PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    benefit_year  int NOT NULL,
    file_name     text NOT NULL,
    file_hash     text COLLATE "C" NOT NULL,
    file_bytes    bigint NOT NULL,
    state         text NOT NULL DEFAULT 'UPLOADED'
        CHECK (state IN ('UPLOADED', 'VALIDATED', 'REFUSED', 'COMMITTING', 'COMMITTED')),
    header        jsonb NOT NULL DEFAULT '{}',
    message       text NOT NULL DEFAULT '',
    validate_job  uuid,
    commit_job    uuid,
    submitted_by  text NOT NULL,
    submitter     text NOT NULL,
    recorded_at   timestamptz NOT NULL
);
CREATE UNIQUE INDEX one_import_per_file ON roster_import (division_path, benefit_year, file_hash)
    WHERE state <> 'REFUSED';
CREATE INDEX roster_import_by_path ON roster_import (division_path, recorded_at);
ALTER TABLE roster_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE roster_import FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON roster_import
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (state, header, message, validate_job, commit_job) ON roster_import TO ${app};

CREATE TABLE roster_import_piece (
    import_id     uuid NOT NULL REFERENCES roster_import (id),
    piece_no      int NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    sealed        text NOT NULL,
    PRIMARY KEY (import_id, piece_no)
);
ALTER TABLE roster_import_piece ENABLE ROW LEVEL SECURITY;
ALTER TABLE roster_import_piece FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON roster_import_piece
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, DELETE ON roster_import_piece TO ${app};

CREATE TABLE roster_import_row (
    import_id      uuid NOT NULL REFERENCES roster_import (id),
    row_no         int NOT NULL,
    division_path  text COLLATE "C" NOT NULL,
    sealed_cells   text NOT NULL,
    id_blind_index text COLLATE "C" NOT NULL DEFAULT '',
    household      text COLLATE "C" NOT NULL DEFAULT '',
    relation       text NOT NULL DEFAULT '',
    name_masked    text NOT NULL DEFAULT '',
    id_masked      text NOT NULL DEFAULT '',
    verdict        text NOT NULL CHECK (verdict IN ('SUCCESS', 'WARNING', 'ERROR', 'SKIPPED')),
    findings       jsonb NOT NULL DEFAULT '[]',
    person_id      uuid,
    registered     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (import_id, row_no)
);
CREATE INDEX roster_import_row_by_verdict ON roster_import_row (import_id, verdict, row_no);
CREATE INDEX roster_import_row_by_identity ON roster_import_row (import_id, id_blind_index);
CREATE INDEX roster_import_row_by_household ON roster_import_row (import_id, household);
ALTER TABLE roster_import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE roster_import_row FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON roster_import_row
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (verdict, findings, person_id, registered) ON roster_import_row TO ${app};
