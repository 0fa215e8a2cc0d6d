-- A suspension that was entered by mistake is taken back: it ends the day before it begins, and so never held.
ALTER TABLE provider_suspension DROP CONSTRAINT suspension_ends_after_it_begins;
ALTER TABLE provider_suspension ADD CONSTRAINT suspension_ends_after_it_begins
    CHECK (valid_to IS NULL OR valid_to >= valid_from - 1);
