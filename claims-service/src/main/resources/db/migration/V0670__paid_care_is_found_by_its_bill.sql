-- What was paid is found by its bill, its person or its encounter; by its settlement only where that is reversed, and then the person is
-- known too: one index entry less for each settlement.
ALTER TABLE paid_care DROP CONSTRAINT paid_care_pkey;

CREATE OR REPLACE FUNCTION forget_reversed_care() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM paid_care WHERE person_id = NEW.person_id AND settlement_id = NEW.reverses;
    RETURN NULL;
END
$$;
