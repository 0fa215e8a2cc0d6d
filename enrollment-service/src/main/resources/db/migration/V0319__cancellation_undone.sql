-- 撤销参保登记 is a change like the others: on record with its reason, and taken back like them.
ALTER TABLE enrollment_change DROP CONSTRAINT enrollment_change_kind_check;
ALTER TABLE enrollment_change ADD CONSTRAINT enrollment_change_kind_check
    CHECK (kind IN ('TYPE', 'SUSPENSION', 'RESUMPTION', 'CANCELLATION'));
