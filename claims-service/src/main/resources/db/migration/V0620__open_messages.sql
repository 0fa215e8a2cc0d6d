-- 受理中的报文: what a provider has sent and nobody has answered yet, one row for each attempt. It is written before the work begins
-- and taken away with the answer, so it is not logged: a killed service leaves its rows here. When the database dies as well, they are
-- gone, and what a message came to is known from the settlement and from the keys of answered messages alone.
CREATE UNLOGGED TABLE message_intake (
    provider      text COLLATE "C" NOT NULL,
    message_id    text COLLATE "C" NOT NULL,
    attempt       uuid NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    client        text COLLATE "C" NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('SETTLEMENT', 'REVERSAL')),
    taken_at      timestamptz NOT NULL,
    -- By the clock on the wall: how long a process has been silent does not follow the service's clock.
    since         timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (provider, message_id, attempt)
);

-- 查明的报文: what became of a message whose answer was lost. NOT_DONE is for good: its key is taken.
CREATE TABLE message_outcome (
    provider      text COLLATE "C" NOT NULL,
    message_id    text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('SETTLEMENT', 'REVERSAL')),
    taken_at      timestamptz,
    state         text NOT NULL CHECK (state IN ('SETTLED', 'NOT_DONE')),
    settlement_id uuid,
    decided_by    text NOT NULL CHECK (decided_by IN ('TIME_LIMIT', 'PROVIDER')),
    decided_at    timestamptz NOT NULL,
    reason        text NOT NULL,
    PRIMARY KEY (provider, message_id),
    CONSTRAINT settled_message_names_its_settlement CHECK ((state = 'SETTLED') = (settlement_id IS NOT NULL))
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['message_intake', 'message_outcome'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (jumin_visible(division_path, provider, ''-'' COLLATE "C", ''-'' COLLATE "C"))', t);
    END LOOP;
END
$$;
GRANT SELECT, INSERT, DELETE ON message_intake TO ${app};
GRANT SELECT, INSERT ON message_outcome TO ${app};
CREATE TRIGGER message_outcome_is_insert_only BEFORE UPDATE OR DELETE ON message_outcome
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
