-- Up to where each subject's changes were taken in: a feed that is read again leads nobody back through states that are over.
CREATE TABLE feed_applied (
    source  text COLLATE "C" NOT NULL,
    kind    text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    epoch   text COLLATE "C" NOT NULL,
    tx      xid8 NOT NULL,
    id      bigint NOT NULL,
    PRIMARY KEY (source, kind, subject)
);
ALTER TABLE feed_applied ENABLE ROW LEVEL SECURITY;
ALTER TABLE feed_applied FORCE ROW LEVEL SECURITY;
CREATE POLICY for_services ON feed_applied
    USING (jumin_visible('-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE, DELETE ON feed_applied TO ${app};

-- A parked change is applied later as it was told.
ALTER TABLE feed_parked ADD COLUMN recorded_at timestamptz;

-- Epochs that a restore has ended, and up to where their changes are still here: what came later was lost.
CREATE TABLE feed_epoch_past (
    epoch       text COLLATE "C" PRIMARY KEY,
    survived_tx xid8 NOT NULL,
    survived_id bigint NOT NULL
);
GRANT SELECT ON feed_epoch_past TO ${app};

-- To be called once by the owner after a restore, before the service starts: begins a new epoch and remembers what survived.
CREATE FUNCTION jumin_feed_restored() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    began text := substr(md5(random()::text || clock_timestamp()::text), 1, 12);
    last_tx xid8;
    last_id bigint;
BEGIN
    PERFORM set_config('jumin.' || dimension || '_from', '!', true), set_config('jumin.' || dimension || '_to', '~', true)
    FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) dimension;
    SELECT tx, id INTO last_tx, last_id FROM change_feed ORDER BY tx DESC, id DESC LIMIT 1;
    last_tx := coalesce(last_tx, '0'::xid8);
    last_id := coalesce(last_id, 0);
    UPDATE feed_epoch_past SET survived_tx = last_tx, survived_id = last_id
    WHERE (survived_tx, survived_id) > (last_tx, last_id);
    INSERT INTO feed_epoch_past (epoch, survived_tx, survived_id) SELECT epoch, last_tx, last_id FROM feed_epoch;
    UPDATE feed_epoch SET epoch = began;
    RETURN began;
END
$$;
REVOKE ALL ON FUNCTION jumin_feed_restored() FROM PUBLIC;
