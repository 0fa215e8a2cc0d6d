-- 意外伤害门诊: an injury like 外伤住院; who else is liable is declared and found before the fund pays.
UPDATE care_type SET needs = 'TRAUMA' WHERE benefit = 'accident_outpatient';
