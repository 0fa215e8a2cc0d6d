-- 复算: what was decided is kept as the very bytes it was, with the texts of the law of that day.
ALTER TABLE subsidy_decision
    ALTER COLUMN facts TYPE text USING facts::text,
    ALTER COLUMN worksheet TYPE text USING worksheet::text;

CREATE TABLE law_release (
    release       text PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    texts         jsonb NOT NULL,
    first_used_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON law_release TO ${app};
