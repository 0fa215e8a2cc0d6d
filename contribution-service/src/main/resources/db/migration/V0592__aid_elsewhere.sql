-- 异地参保资助的拨付 (ADR 0208): what enrollment has granted to somebody insured elsewhere, its account named by one person, ordered by another,
-- paid by the expenditure account. The amount never changes; the money itself stands in the postings that name the claim.
CREATE TABLE elsewhere_aid (
    id                 uuid PRIMARY KEY,
    seq                bigint GENERATED ALWAYS AS IDENTITY,
    area               text COLLATE "C" NOT NULL,
    division_path      text COLLATE "C" NOT NULL,
    person_id          uuid NOT NULL,
    benefit_year       int NOT NULL,
    amount_fen         bigint NOT NULL CHECK (amount_fen > 0),
    payer              text NOT NULL,
    category           text NOT NULL,
    article            text NOT NULL,
    state              text NOT NULL CHECK (state IN
                           ('DUE', 'PREPARED', 'ORDERED', 'FAILED', 'PAID', 'WITHDRAWN', 'TO_RECOVER', 'RECOVERED')),
    attempt            int NOT NULL DEFAULT 0,
    payee_sealed       text NOT NULL DEFAULT '',
    payee_masked       text NOT NULL DEFAULT '',
    payee_relation     text NOT NULL DEFAULT '' CHECK (payee_relation IN ('', 'SELF', 'GUARDIAN', 'HEIR', 'AGENT')),
    prepared_by        text,
    ordered_by         text,
    ordered_at         timestamptz,
    document_no        text,
    paid_on            date,
    recovered_document text,
    recovered_on       date,
    note               text NOT NULL DEFAULT '',
    granted_at         timestamptz NOT NULL,
    changed_at         timestamptz NOT NULL,
    CONSTRAINT aid_payout_needs_two_persons CHECK (ordered_by IS NULL OR ordered_by <> prepared_by),
    CONSTRAINT ordered_aid_has_its_account CHECK (ordered_by IS NULL OR payee_sealed <> '' AND prepared_by IS NOT NULL),
    CONSTRAINT paid_aid_has_its_document CHECK ((state IN ('PAID', 'TO_RECOVER', 'RECOVERED')) = (document_no IS NOT NULL)),
    CONSTRAINT recovered_aid_has_its_document CHECK ((state = 'RECOVERED') = (recovered_document IS NOT NULL)),
    CONSTRAINT one_aid_payout_per_document UNIQUE (area, document_no),
    CONSTRAINT one_aid_recovery_per_document UNIQUE (area, recovered_document)
);
CREATE INDEX elsewhere_aid_by_place ON elsewhere_aid (division_path, seq);
CREATE INDEX elsewhere_aid_by_person ON elsewhere_aid (person_id);
CREATE INDEX elsewhere_aid_orders ON elsewhere_aid (seq) WHERE state = 'ORDERED';
ALTER TABLE elsewhere_aid ENABLE ROW LEVEL SECURITY;
ALTER TABLE elsewhere_aid FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON elsewhere_aid USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (state, attempt, payee_sealed, payee_masked, payee_relation, prepared_by, ordered_by, ordered_at, document_no,
    paid_on, recovered_document, recovered_on, note, changed_at, division_path) ON elsewhere_aid TO ${app};

-- What was granted before this service took it in is read now; what it has taken in already is passed over.
UPDATE feed_cursor SET cursor = '0' WHERE source = 'enrollment';
