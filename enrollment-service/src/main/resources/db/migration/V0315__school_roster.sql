-- 学校花名册: a school imports its own pupils and sees its own imports only; '-' is an import of a village.
ALTER TABLE roster_import ADD school text COLLATE "C" NOT NULL DEFAULT '-';
ALTER TABLE roster_import_piece ADD school text COLLATE "C" NOT NULL DEFAULT '-';
ALTER TABLE roster_import_row
    ADD school        text COLLATE "C" NOT NULL DEFAULT '-',
    ADD former_school text COLLATE "C";
GRANT UPDATE (former_school) ON roster_import_row TO ${app};
DROP POLICY in_scope ON roster_import;
CREATE POLICY in_scope ON roster_import
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
DROP POLICY in_scope ON roster_import_piece;
CREATE POLICY in_scope ON roster_import_piece
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
DROP POLICY in_scope ON roster_import_row;
CREATE POLICY in_scope ON roster_import_row
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
DROP INDEX one_import_per_file;
CREATE UNIQUE INDEX one_import_per_file ON roster_import (division_path, benefit_year, file_hash, school)
    WHERE state NOT IN ('REFUSED', 'UNDONE');
