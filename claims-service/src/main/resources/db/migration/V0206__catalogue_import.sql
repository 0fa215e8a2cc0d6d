-- 目录导入: the lines of a file, read at once, entered by a job; what could not be entered says why. No personal data.
CREATE TABLE catalogue_import (
    id         uuid PRIMARY KEY,
    area       text COLLATE "C" NOT NULL,
    file_name  text NOT NULL,
    sha256     text NOT NULL,
    lines      int NOT NULL,
    loaded_by  text NOT NULL,
    loaded_at  timestamptz NOT NULL,
    job        uuid NOT NULL,
    CONSTRAINT one_import_per_file UNIQUE (area, sha256)
);
CREATE TABLE catalogue_import_line (
    import_id uuid NOT NULL REFERENCES catalogue_import (id),
    line      int NOT NULL,
    cells     text[] NOT NULL,
    fault     text NOT NULL DEFAULT '',
    PRIMARY KEY (import_id, line)
);
GRANT SELECT, INSERT ON catalogue_import TO ${app};
GRANT SELECT, INSERT, UPDATE (fault) ON catalogue_import_line TO ${app};
