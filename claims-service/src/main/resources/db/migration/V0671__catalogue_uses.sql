-- 用途: what the catalogue marks an item as being for, words with a space between; a benefit that pays certain uses only (两病) pays nothing else.
ALTER TABLE catalogue_item ADD COLUMN uses text NOT NULL DEFAULT ''
    CONSTRAINT catalogue_item_uses_are_known CHECK (uses ~ '^((blood_pressure|blood_sugar)( (blood_pressure|blood_sugar))*)?$');
GRANT UPDATE (uses) ON catalogue_item TO ${app};
