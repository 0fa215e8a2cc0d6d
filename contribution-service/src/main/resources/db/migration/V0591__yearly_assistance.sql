-- 医疗救助的起付线和限额按年度还是按次: as the document that fixes them has it.
ALTER TABLE standard_benefit ADD COLUMN yearly boolean NOT NULL DEFAULT false;
