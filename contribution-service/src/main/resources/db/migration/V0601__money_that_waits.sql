-- 暂存款: money of a year that somebody paid and no levy took: before the window, before a registration, too much; or money for nobody yet that names this
-- person's certificate or name, or was once given to this person. It may lie where the caller does not look (money for nobody lies with the tax
-- organ's county): the function tells sums only.
CREATE INDEX payment_for_nobody_by_name ON payment (area, stated_name) WHERE person_id IS NULL AND stated_name <> '';

CREATE FUNCTION jumin_waiting_money(persons uuid[], wanted int)
    RETURNS TABLE (person_id uuid, kind text, payments bigint, fen bigint) LANGUAGE plpgsql AS $$
DECLARE
    before text[] := jumin_view_becomes(ARRAY['!', '~', '!', '~', '!', '~', '!', '~']);
BEGIN
    RETURN QUERY
    WITH own AS (
        SELECT q.person_id AS who,
               CASE WHEN q.early AND NOT q.accepted THEN 'BEFORE_WINDOW'
                    WHEN EXISTS (SELECT 1 FROM levy l WHERE l.person_id = q.person_id AND l.benefit_year = wanted
                                 AND l.superseded_by IS NULL AND l.state = 'ISSUED') THEN 'SURPLUS'
                    WHEN EXISTS (SELECT 1 FROM levy l WHERE l.person_id = q.person_id AND l.benefit_year = wanted
                                 AND l.superseded_by IS NULL AND l.state = 'HELD') THEN 'HELD'
                    ELSE 'NOT_REGISTERED' END AS what,
               q.amount_fen - q.refunded_fen - q.allocated_fen AS left_fen
        FROM unnest(persons) asked (who) JOIN payment_position q ON q.person_id = asked.who AND q.benefit_year = wanted
        WHERE NOT q.reversed AND q.amount_fen > q.refunded_fen + q.allocated_fen),
    named AS (
        SELECT asked.who, p.id, 'SAME_ID' AS what, 1 AS rank
        FROM unnest(persons) asked (who) JOIN insured_person i ON i.person_id = asked.who AND i.id_blind_index <> ''
             JOIN payment p ON p.stated_id_index = i.id_blind_index AND p.person_id IS NULL AND p.area = i.area
        UNION ALL
        SELECT asked.who, p.id, 'ASSIGNED_BEFORE', 2
        FROM unnest(persons) asked (who) JOIN payment_assignment a ON a.person_id = asked.who AND a.undone_by IS NOT NULL
             JOIN payment p ON p.id = a.payment_id AND p.person_id IS NULL
        UNION ALL
        SELECT asked.who, p.id, 'SAME_NAME', 3
        FROM unnest(persons) asked (who) JOIN insured_person i ON i.person_id = asked.who AND i.name <> ''
             JOIN payment p ON p.area = i.area AND p.stated_name = i.name AND p.stated_name <> '' AND p.person_id IS NULL),
    nobodys AS (
        SELECT DISTINCT ON (n.who, n.id) n.who, n.what, p.amount_fen - p.refunded_fen AS left_fen
        FROM named n JOIN payment p ON p.id = n.id
        WHERE p.kind = 'NORMAL' AND p.benefit_year = wanted AND p.amount_fen > p.refunded_fen
          AND NOT EXISTS (SELECT 1 FROM payment r WHERE r.reverses = p.id)
        ORDER BY n.who, n.id, n.rank)
    SELECT w.who, w.what, count(*), sum(w.left_fen)::bigint
    FROM (SELECT * FROM own UNION ALL SELECT * FROM nobodys) w GROUP BY w.who, w.what ORDER BY w.who, w.what;
    PERFORM jumin_view_becomes(before);
END
$$;
CREATE INDEX payment_assignment_by_person ON payment_assignment (person_id) WHERE undone_by IS NOT NULL;
