-- A table as services have them, for the platform's own tests.
CREATE TABLE probe (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    division_path text COLLATE "C" NOT NULL,
    provider      text COLLATE "C" NOT NULL DEFAULT '-',
    note          text NOT NULL
);
CREATE INDEX probe_by_path ON probe (division_path);
ALTER TABLE probe ENABLE ROW LEVEL SECURITY;
ALTER TABLE probe FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON probe USING (jumin_visible(division_path, provider, '-', '-'));
GRANT SELECT, INSERT ON probe TO ${app};
