-- An import that is undone withdraws the persons it alone had brought: enrollment's feed says so, and nobody finds them here.
ALTER TABLE insured_person
    DROP CONSTRAINT insured_person_status_is_known,
    ADD CONSTRAINT insured_person_status_is_known CHECK (status IN ('MENTIONED', 'ACTIVE', 'DECEASED', 'MERGED', 'WITHDRAWN'));
