-- 县区往来: what is asked of a person stands in the book of the county where the person lives; where it was written elsewhere, the two
-- books clear it between them. Whoever causes that may not see all of a person's postings, so the books are read as a whole:
-- these functions tell codes of books and sums only.
CREATE FUNCTION jumin_book(division_path text, area text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(split_part(division_path, '/', 2), ''), area)
$$;

-- What is seen from here on in this transaction; the answer is what was seen before, to be given back.
CREATE FUNCTION jumin_view_becomes(wanted text[]) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
    names text[] := ARRAY['division_from', 'division_to', 'provider_from', 'provider_to', 'organ_from', 'organ_to',
                          'school_from', 'school_to'];
    before text[] := ARRAY[]::text[];
BEGIN
    FOR n IN 1 .. array_length(names, 1) LOOP
        before := before || coalesce(current_setting('jumin.' || names[n], true), '');
        PERFORM set_config('jumin.' || names[n], wanted[n], true);
    END LOOP;
    RETURN before;
END
$$;

-- The book in which a payment or a claim was written first: its money stays there.
CREATE FUNCTION jumin_book_of(cause uuid) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    before text[] := jumin_view_becomes(ARRAY['!', '~', '!', '~', '!', '~', '!', '~']);
    found text := (SELECT (array_agg(p.book ORDER BY p.id))[1] FROM posting p WHERE p.ref = cause);
BEGIN
    PERFORM jumin_view_becomes(before);
    RETURN found;
END
$$;

-- What stands as receivable of these persons in other books of their city than that of the county where they live.
CREATE FUNCTION jumin_receivable_elsewhere(persons uuid[], wanted int)
    RETURNS TABLE (person_id uuid, area text, division_path text, home text, book text, fen bigint) LANGUAGE plpgsql AS $$
DECLARE
    before text[] := jumin_view_becomes(ARRAY['!', '~', '!', '~', '!', '~', '!', '~']);
BEGIN
    RETURN QUERY
    SELECT i.person_id, i.area, i.division_path, jumin_book(i.division_path, i.area), g.book,
           sum(CASE WHEN g.account_to = 'RECEIVABLE' THEN g.amount_fen ELSE -g.amount_fen END)::bigint
    FROM unnest(persons) asked (who)
         JOIN insured_person i ON i.person_id = asked.who AND i.known
         JOIN posting g ON g.person_id = asked.who AND g.benefit_year = wanted AND g.area = i.area
    WHERE g.book <> jumin_book(i.division_path, i.area) AND 'RECEIVABLE' IN (g.account_from, g.account_to)
    GROUP BY i.person_id, i.area, i.division_path, g.book
    HAVING sum(CASE WHEN g.account_to = 'RECEIVABLE' THEN g.amount_fen ELSE -g.amount_fen END) <> 0;
    PERFORM jumin_view_becomes(before);
END
$$;
