-- 外伤诊断: a stay whose diagnosis is an injury waits for the declaration that says who else is liable (社会保险法 30), whatever care type
-- it is billed under. National coding (ICD-10, its first three characters): wounds, fractures and the like of any part of the body,
-- burns and frostbite. Not here: foreign bodies, poisoning by medicines, complications of care, old injuries.
CREATE TABLE injury_diagnosis (
    first3 text COLLATE "C" NOT NULL,
    last3  text COLLATE "C" NOT NULL,
    title  text NOT NULL,
    PRIMARY KEY (first3)
);
INSERT INTO injury_diagnosis (first3, last3, title) VALUES
    ('S00', 'S99', '身体单个部位的损伤'), ('T00', 'T14', '多部位或未特指部位的损伤'), ('T20', 'T35', '烧伤、腐蚀伤、冻伤');
GRANT SELECT ON injury_diagnosis TO ${app};
