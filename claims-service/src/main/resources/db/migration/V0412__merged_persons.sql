-- 合并的参保人: a merged record leads to its survivor, and the survivor knows the records that are the same person.
ALTER TABLE insured_person
    ADD COLUMN merged_into uuid,
    ADD COLUMN merged      uuid[] NOT NULL DEFAULT '{}';
CREATE INDEX insured_person_merged_into ON insured_person (merged_into) WHERE merged_into IS NOT NULL;

CREATE FUNCTION survivor_of(record uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    WITH RECURSIVE chain (id, next, step) AS (
        SELECT person_id, merged_into, 0 FROM insured_person WHERE person_id = record
        UNION ALL
        SELECT p.person_id, p.merged_into, step + 1 FROM insured_person p JOIN chain ON p.person_id = chain.next WHERE step < 20)
    SELECT id FROM chain ORDER BY step DESC LIMIT 1
$$;

CREATE FUNCTION records_merged_into(survivor uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    WITH RECURSIVE below (id) AS (
        SELECT person_id FROM insured_person WHERE merged_into = survivor
        UNION
        SELECT p.person_id FROM insured_person p JOIN below ON p.merged_into = below.id)
    SELECT coalesce(array_agg(id ORDER BY id), '{}') FROM below WHERE id <> survivor
$$;
