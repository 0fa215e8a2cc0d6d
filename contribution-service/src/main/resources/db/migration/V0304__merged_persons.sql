-- 合并登记: a merge is a link, and money follows it: what was paid for the merged record is the survivor's, and is the merged one's again when the merge is undone.
ALTER TABLE insured_person
    ADD COLUMN merged_into uuid,
    ADD COLUMN survivor_id uuid; -- the end of the chain of merges; null for who is not merged
CREATE INDEX insured_person_merged ON insured_person (merged_into) WHERE merged_into IS NOT NULL;

-- Whom the money was paid for, as it was received or assigned: never changes. person_id is who that person is now.
ALTER TABLE payment ADD COLUMN paid_for_id uuid;
ALTER TABLE payment DISABLE TRIGGER payment_is_kept;
ALTER TABLE payment NO FORCE ROW LEVEL SECURITY;
UPDATE payment SET paid_for_id = person_id WHERE person_id IS NOT NULL;
ALTER TABLE payment FORCE ROW LEVEL SECURITY;
ALTER TABLE payment ENABLE TRIGGER payment_is_kept;
CREATE INDEX payment_by_whom_it_was_for ON payment (paid_for_id);
GRANT UPDATE (paid_for_id) ON payment TO ${app};

CREATE OR REPLACE FUNCTION payment_keeps_what_was_reported() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    may_change text[] := '{person_id,paid_for_id,division_path,refunded_fen}';
BEGIN
    IF TG_OP = 'UPDATE'
       AND to_jsonb(OLD) - may_change = to_jsonb(NEW) - may_change
       AND (OLD.paid_for_id IS NULL OR OLD.paid_for_id IS NOT DISTINCT FROM NEW.paid_for_id)
       AND (OLD.person_id IS NULL OR OLD.person_id IS NOT DISTINCT FROM NEW.person_id
            OR NEW.person_id = (SELECT coalesce(survivor_id, person_id) FROM insured_person WHERE person_id = OLD.paid_for_id)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a payment never changes: correct by a reversal' USING ERRCODE = '23000';
END
$$;

CREATE FUNCTION payment_remembers_whom_it_was_for() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.paid_for_id IS NULL AND NEW.reverses IS NOT NULL THEN
        SELECT paid_for_id INTO NEW.paid_for_id FROM payment WHERE id = NEW.reverses;
    END IF;
    NEW.paid_for_id := coalesce(NEW.paid_for_id, NEW.person_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER payment_remembers_whom_it_was_for BEFORE INSERT OR UPDATE ON payment
    FOR EACH ROW WHEN (NEW.paid_for_id IS NULL AND NEW.person_id IS NOT NULL)
    EXECUTE FUNCTION payment_remembers_whom_it_was_for();
