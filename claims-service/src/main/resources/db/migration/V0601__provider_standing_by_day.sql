-- 机构以前的级别、类别: what a provider was until a day; the row of the provider is what it is since. Care is judged by the day of care.
CREATE TABLE provider_former (
    provider    text COLLATE "C" NOT NULL REFERENCES provider (code),
    last_day    date NOT NULL,
    level       text NOT NULL,
    kind        text NOT NULL,
    traditional boolean NOT NULL,
    entered_by  text NOT NULL,
    entered_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (provider, last_day)
);
GRANT SELECT, INSERT ON provider_former TO ${app};
