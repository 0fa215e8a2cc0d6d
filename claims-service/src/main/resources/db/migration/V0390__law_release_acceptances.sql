-- What was accepted (drafts, least values) when a release was kept: without it an old decision would not replay.
ALTER TABLE law_release ADD COLUMN acceptances jsonb NOT NULL DEFAULT '{"drafts": [], "minimums": []}';
