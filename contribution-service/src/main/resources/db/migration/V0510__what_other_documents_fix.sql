-- 医疗救助、大病保险 where a city's text leaves their numbers to other documents: rows of the year's standard, by class of persons,
-- published by two persons with it and never changed. No personal data.
CREATE TABLE standard_benefit (
    standard_id      uuid NOT NULL REFERENCES standard (id),
    place            int NOT NULL,
    layer            text NOT NULL CHECK (layer IN ('CRITICAL_ILLNESS', 'ASSISTANCE')),
    category         text COLLATE "C",
    ratio_millionths bigint NOT NULL CHECK (ratio_millionths BETWEEN 0 AND 1000000),
    line_fen         bigint CHECK (line_fen >= 0),
    cap_fen          bigint CHECK (cap_fen >= 0),
    include_prepay   boolean NOT NULL,
    decision_number  text NOT NULL,
    PRIMARY KEY (standard_id, place)
);
GRANT SELECT, INSERT ON standard_benefit TO ${app};
