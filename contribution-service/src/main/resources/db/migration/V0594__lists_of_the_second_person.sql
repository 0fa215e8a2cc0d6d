-- 待复核的认定: what waits for the second person of a county, the oldest first.
CREATE INDEX history_statement_proposed ON history_statement (proposed_at, id) WHERE state = 'PROPOSED';
