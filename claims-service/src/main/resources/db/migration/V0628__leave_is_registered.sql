-- 请假登记的时刻: entered after the patient had left, it is to be seen.
ALTER TABLE encounter_leave ADD COLUMN registered_at timestamptz;
CREATE INDEX encounter_of_provider ON encounter (provider, id);
