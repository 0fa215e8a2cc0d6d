-- 财政补助 by level of government, and the extension of a collection window with its own decision number.
ALTER TABLE standard
    ADD COLUMN fiscal_central_fen    bigint CHECK (fiscal_central_fen >= 0),
    ADD COLUMN fiscal_provincial_fen bigint CHECK (fiscal_provincial_fen >= 0),
    ADD COLUMN fiscal_city_fen       bigint CHECK (fiscal_city_fen >= 0),
    ADD COLUMN fiscal_county_fen     bigint CHECK (fiscal_county_fen >= 0),
    ADD COLUMN extended_to           date,
    ADD COLUMN extension_decision    text,
    ADD CONSTRAINT fiscal_levels_add_up CHECK (
        num_nulls(fiscal_central_fen, fiscal_provincial_fen, fiscal_city_fen, fiscal_county_fen) = 4
        OR coalesce(fiscal_central_fen + fiscal_provincial_fen + fiscal_city_fen + fiscal_county_fen = fiscal_fen, false)),
    ADD CONSTRAINT standard_extension_runs_forward CHECK (
        (extended_to IS NULL) = (extension_decision IS NULL) AND coalesce(extended_to > window_to, true));

-- 规定的确认: from which day a draft is carried out, or that the least value of a rule is the area's own, by which decision.
CREATE TABLE law_acceptance (
    id              uuid PRIMARY KEY,
    area            text COLLATE "C" NOT NULL,
    version         int NOT NULL,
    rule            text COLLATE "C" NOT NULL, -- empty: the draft as a whole
    in_force_from   date,
    decision_number text NOT NULL CHECK (decision_number <> ''),
    state           text NOT NULL CHECK (state IN ('PROPOSED', 'PUBLISHED', 'REJECTED')),
    proposed_by     text NOT NULL,
    proposed_at     timestamptz NOT NULL,
    decided_by      text,
    decided_at      timestamptz,
    superseded_by   uuid REFERENCES law_acceptance (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT acceptance_needs_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by),
    CONSTRAINT decided_acceptance_names_who CHECK ((state = 'PROPOSED') = (decided_by IS NULL)),
    CONSTRAINT acceptance_of_a_draft_names_its_day CHECK ((rule = '') = (in_force_from IS NOT NULL)),
    CONSTRAINT one_acceptance_version UNIQUE (area, rule, version)
);
CREATE UNIQUE INDEX one_acceptance_in_force_per_area ON law_acceptance (area, rule) WHERE state = 'PUBLISHED' AND superseded_by IS NULL;
CREATE UNIQUE INDEX one_open_acceptance_per_area ON law_acceptance (area, rule) WHERE state = 'PROPOSED';
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, superseded_by) ON law_acceptance TO ${app};
