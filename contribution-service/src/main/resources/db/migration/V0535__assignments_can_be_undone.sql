-- 归属: who gave money for nobody to whom, and why; two persons take a wrong one back. The money is for nobody again then.
CREATE TABLE payment_assignment (
    id               uuid PRIMARY KEY,
    payment_id       uuid NOT NULL REFERENCES payment (id),
    person_id        uuid NOT NULL,
    division_path    text COLLATE "C" NOT NULL,
    note             text NOT NULL,
    assigned_by      text NOT NULL,
    assigned_at      timestamptz NOT NULL,
    undo_reason      text,
    undo_proposed_by text,
    undo_proposed_at timestamptz,
    undone_by        text,
    undone_at        timestamptz,
    CONSTRAINT assignment_undo_needs_two_persons CHECK (undone_by IS NULL OR undone_by <> undo_proposed_by),
    CONSTRAINT assignment_undo_is_proposed_first
        CHECK ((undo_proposed_by IS NULL) = (undo_reason IS NULL) AND (undone_by IS NULL OR undo_proposed_by IS NOT NULL))
);
CREATE UNIQUE INDEX one_standing_assignment ON payment_assignment (payment_id) WHERE undone_by IS NULL;
CREATE INDEX payment_assignment_of_payment ON payment_assignment (payment_id, assigned_at);
CREATE INDEX payment_assignment_to_undo ON payment_assignment (undo_proposed_at)
    WHERE undo_proposed_by IS NOT NULL AND undone_by IS NULL;
ALTER TABLE payment_assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_assignment FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON payment_assignment USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (undo_reason, undo_proposed_by, undo_proposed_at, undone_by, undone_at, division_path)
    ON payment_assignment TO ${app};

CREATE OR REPLACE FUNCTION payment_keeps_what_was_reported() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    may_change text[] := '{person_id,paid_for_id,division_path,refunded_fen}';
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - may_change = to_jsonb(NEW) - may_change THEN
        IF NEW.person_id IS NULL AND NEW.paid_for_id IS NULL AND NEW.refunded_fen = 0
           AND EXISTS (SELECT 1 FROM payment_assignment a
                       WHERE a.payment_id = OLD.id AND a.person_id = OLD.paid_for_id AND a.undone_by IS NOT NULL) THEN
            RETURN NEW; -- two persons have taken the assignment back
        END IF;
        IF (OLD.paid_for_id IS NULL OR OLD.paid_for_id IS NOT DISTINCT FROM NEW.paid_for_id)
           AND (OLD.person_id IS NULL OR OLD.person_id IS NOT DISTINCT FROM NEW.person_id
                OR NEW.person_id = (SELECT coalesce(survivor_id, person_id) FROM insured_person WHERE person_id = OLD.paid_for_id)) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'a payment never changes: correct by a reversal' USING ERRCODE = '23000';
END
$$;
