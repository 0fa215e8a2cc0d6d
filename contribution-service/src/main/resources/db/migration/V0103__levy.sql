-- 征缴开启: from now on, who enrolls for this year below this path is levied at once.
CREATE TABLE levy_opening (
    area          text COLLATE "C" NOT NULL,
    benefit_year  int NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    opened_at     timestamptz NOT NULL,
    PRIMARY KEY (area, benefit_year, division_path)
);
GRANT SELECT, INSERT ON levy_opening TO ${app};

-- 应缴核定: what one enrolled person owes for one benefit year, in versions; a version never changes, it is superseded.
CREATE TABLE levy (
    id            uuid PRIMARY KEY,
    seq           bigint GENERATED ALWAYS AS IDENTITY,
    tx            xid8 NOT NULL DEFAULT pg_current_xact_id(),
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    person_id     uuid NOT NULL,
    benefit_year  int NOT NULL,
    version       int NOT NULL,
    state         text NOT NULL CHECK (state IN ('ISSUED', 'HELD', 'CANCELLED')),
    reason        text NOT NULL,
    standard_id   uuid REFERENCES standard (id),
    individual_fen bigint NOT NULL,
    subsidy_fen   bigint NOT NULL CHECK (subsidy_fen >= 0),
    due_fen       bigint NOT NULL CHECK (due_fen >= 0),
    tier          text NOT NULL,
    payer         text NOT NULL,
    category      text NOT NULL,
    articles      jsonb NOT NULL,
    issued_at     timestamptz NOT NULL,
    superseded_by uuid REFERENCES levy (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT levy_is_contribution_less_subsidy CHECK (due_fen = individual_fen - subsidy_fen),
    CONSTRAINT one_levy_version UNIQUE (person_id, benefit_year, version)
);
CREATE UNIQUE INDEX one_levy_in_force_per_person_year ON levy (person_id, benefit_year) WHERE superseded_by IS NULL;
CREATE INDEX levy_in_commit_order ON levy (organ, benefit_year, tx, seq);
ALTER TABLE levy ENABLE ROW LEVEL SECURITY;
ALTER TABLE levy FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON levy USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT, UPDATE (superseded_by, division_path) ON levy TO ${app};

-- 税务回执: the tax organ has taken this version over.
CREATE TABLE levy_acknowledgement (
    levy_id         uuid PRIMARY KEY REFERENCES levy (id),
    organ           text COLLATE "C" NOT NULL,
    acknowledged_at timestamptz NOT NULL
);
ALTER TABLE levy_acknowledgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE levy_acknowledgement FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON levy_acknowledgement USING (jumin_visible('-' COLLATE "C", '-', organ, '-'));
-- Staff are bound by division, which an acknowledgement lacks: they see it through the levy it belongs to.
CREATE POLICY through_its_levy ON levy_acknowledgement FOR SELECT
    USING (EXISTS (SELECT 1 FROM levy WHERE levy.id = levy_id));
GRANT SELECT, INSERT ON levy_acknowledgement TO ${app};
