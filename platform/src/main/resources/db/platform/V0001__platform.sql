-- What every service keeps beside its own tables. Roles: the owner runs this; ${app} is what the service logs in as.

GRANT USAGE ON SCHEMA public TO ${app};

-- Whether a row lies in the ranges that the connection carries. Inlined by the planner, so that indexes on path columns serve.
-- An empty setting is an unset one: it must hide rows, not show them.
CREATE FUNCTION jumin_visible(division text, provider text, organ text, school text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT division >= nullif(current_setting('jumin.division_from', true), '')
       AND division <  nullif(current_setting('jumin.division_to', true), '')
       AND provider >= nullif(current_setting('jumin.provider_from', true), '')
       AND provider <  nullif(current_setting('jumin.provider_to', true), '')
       AND organ    >= nullif(current_setting('jumin.organ_from', true), '')
       AND organ    <  nullif(current_setting('jumin.organ_to', true), '')
       AND school   >= nullif(current_setting('jumin.school_from', true), '')
       AND school   <  nullif(current_setting('jumin.school_to', true), '')
$$;

-- Refuses what may only be added, never changed.
CREATE FUNCTION jumin_insert_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'table % is insert-only: correct by a reversal', TG_TABLE_NAME USING ERRCODE = '23000';
END
$$;

CREATE TABLE service_clock (
    only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    offset_millis bigint NOT NULL DEFAULT 0
);
INSERT INTO service_clock DEFAULT VALUES;
GRANT SELECT, UPDATE (offset_millis) ON service_clock TO ${app};

CREATE TABLE feed_epoch (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    epoch    text NOT NULL
);
INSERT INTO feed_epoch (epoch) VALUES (substr(md5(random()::text || clock_timestamp()::text), 1, 12));
GRANT SELECT ON feed_epoch TO ${app};

CREATE TABLE change_feed (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tx          xid8 NOT NULL DEFAULT pg_current_xact_id(),
    kind        text NOT NULL,
    subject     text NOT NULL,
    recorded_at timestamptz NOT NULL,
    payload     jsonb NOT NULL
);
CREATE INDEX change_feed_in_commit_order ON change_feed (tx, id);
ALTER TABLE change_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE change_feed FORCE ROW LEVEL SECURITY;
CREATE POLICY read_by_services ON change_feed FOR SELECT
    USING (jumin_visible('-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
CREATE POLICY published_by_all ON change_feed FOR INSERT WITH CHECK (true);
GRANT SELECT, INSERT ON change_feed TO ${app};
CREATE TRIGGER change_feed_is_insert_only BEFORE UPDATE OR DELETE ON change_feed
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();

CREATE TABLE feed_cursor (
    source text PRIMARY KEY,
    cursor text NOT NULL
);
GRANT SELECT, INSERT, UPDATE (cursor) ON feed_cursor TO ${app};

CREATE TABLE feed_parked (
    source    text NOT NULL,
    cursor    text NOT NULL,
    kind      text NOT NULL,
    subject   text NOT NULL,
    payload   jsonb NOT NULL,
    reason    text NOT NULL,
    parked_at timestamptz NOT NULL,
    PRIMARY KEY (source, cursor)
);
CREATE INDEX feed_parked_by_subject ON feed_parked (source, subject);
ALTER TABLE feed_parked ENABLE ROW LEVEL SECURITY;
ALTER TABLE feed_parked FORCE ROW LEVEL SECURITY;
CREATE POLICY for_services ON feed_parked
    USING (jumin_visible('-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, DELETE ON feed_parked TO ${app};

CREATE TABLE idempotency (
    client      text COLLATE "C" NOT NULL,
    key         text COLLATE "C" NOT NULL,
    fingerprint text NOT NULL,
    claimed_at  timestamptz NOT NULL,
    status      int,
    location    text,
    body        bytea,
    PRIMARY KEY (client, key)
);
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY own_keys ON idempotency USING (client = nullif(current_setting('jumin.client', true), ''));
GRANT SELECT, INSERT, UPDATE (status, location, body) ON idempotency TO ${app};

CREATE TABLE job (
    id            uuid PRIMARY KEY,
    type          text NOT NULL,
    state         text NOT NULL DEFAULT 'QUEUED'
        CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'CANCELLED')),
    phase         text NOT NULL DEFAULT '排队',
    done          bigint NOT NULL DEFAULT 0,
    total         bigint NOT NULL DEFAULT 0,
    counts        jsonb NOT NULL DEFAULT '{}',
    message       text NOT NULL DEFAULT '',
    request       jsonb NOT NULL,
    cursor        text NOT NULL DEFAULT '',
    tries         int NOT NULL DEFAULT 0,
    submitted_by  text NOT NULL,
    submitter     jsonb NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    submitted_at  timestamptz NOT NULL,
    last_step_at  timestamptz,
    ended_at      timestamptz
);
CREATE INDEX job_open ON job (last_step_at NULLS FIRST, submitted_at) WHERE state IN ('QUEUED', 'RUNNING');
ALTER TABLE job ENABLE ROW LEVEL SECURITY;
ALTER TABLE job FORCE ROW LEVEL SECURITY;
CREATE POLICY own_or_below ON job USING (
    submitted_by = nullif(current_setting('jumin.client', true), '')
    OR jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (state, phase, done, total, counts, message, cursor, tries, last_step_at, ended_at) ON job TO ${app};

CREATE TABLE audit_event (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at            timestamptz NOT NULL,
    actor         text NOT NULL,
    action        text NOT NULL CHECK (action IN ('READ', 'CHANGE')),
    what          text NOT NULL,
    subject       text NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    detail        text NOT NULL,
    trace_id      text NOT NULL
);
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
CREATE POLICY read_in_scope ON audit_event FOR SELECT USING (jumin_visible(division_path, '-', '-', '-'));
CREATE POLICY written_by_all ON audit_event FOR INSERT WITH CHECK (true);
GRANT SELECT, INSERT ON audit_event TO ${app};
CREATE TRIGGER audit_event_is_insert_only BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
