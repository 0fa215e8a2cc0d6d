-- What another service's feed carried last, by kind and subject. No personal data: such has tables with row-level security.
CREATE TABLE carried_state (
    kind    text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    payload jsonb NOT NULL,
    PRIMARY KEY (kind, subject)
);
GRANT SELECT, INSERT, UPDATE (payload) ON carried_state TO ${app};
