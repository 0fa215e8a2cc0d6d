-- 应缴文件: levies handed to a tax organ that exchanges files only. Kept before it is written out, so that a file is the same however
-- often it is written; the next one begins where the last one ends. Its content is erased when the organ has taken it over.
CREATE TABLE levy_file (
    organ           text COLLATE "C" NOT NULL,
    benefit_year    int NOT NULL,
    file_no         int NOT NULL CHECK (file_no > 0),
    next_cursor     text COLLATE "C" NOT NULL,
    line_count      int NOT NULL CHECK (line_count > 0),
    due_fen         bigint NOT NULL,
    charset         text NOT NULL,
    sha256          text COLLATE "C" NOT NULL,
    sealed          text NOT NULL,
    made_at         timestamptz NOT NULL,
    written_at      timestamptz,
    acknowledged_at timestamptz,
    PRIMARY KEY (organ, benefit_year, file_no)
);
CREATE INDEX levy_file_to_write ON levy_file (organ) WHERE written_at IS NULL;
ALTER TABLE levy_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE levy_file FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON levy_file USING (jumin_visible('-' COLLATE "C", '-', organ, '-'));
GRANT SELECT, INSERT, UPDATE (sealed, written_at, acknowledged_at) ON levy_file TO ${app};
