-- 单据: what was handed out, sealed as it was printed; found again by a code that says nothing about the person.
CREATE TABLE paper (
    id                uuid PRIMARY KEY,
    kind              text NOT NULL,
    area              text COLLATE "C" NOT NULL,
    division_path     text COLLATE "C" NOT NULL,
    subject           text NOT NULL,
    benefit_year      int NOT NULL,
    verification_code text COLLATE "C" NOT NULL,
    masked            boolean NOT NULL,
    purpose           text NOT NULL,
    name_masked       text NOT NULL DEFAULT '',
    enrollment_id     uuid,
    content_sealed    text NOT NULL,
    prints            int NOT NULL DEFAULT 0,
    issued_by         text NOT NULL,
    issuer            text NOT NULL,
    issued_at         timestamptz NOT NULL,
    CONSTRAINT one_paper_per_verification_code UNIQUE (verification_code)
);
CREATE INDEX paper_by_path ON paper (division_path, issued_at);
ALTER TABLE paper ENABLE ROW LEVEL SECURITY;
ALTER TABLE paper FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON paper
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (prints) ON paper TO ${app};
