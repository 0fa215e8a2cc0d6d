-- 医保医师: who may prescribe for the fund at a provider, from day to day; judged by the state on each line's day.
CREATE TABLE insurance_doctor (
    provider   text COLLATE "C" NOT NULL REFERENCES provider (code),
    code       text COLLATE "C" NOT NULL,
    name       text NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    decision   text NOT NULL,
    PRIMARY KEY (provider, code, valid_from),
    CONSTRAINT doctor_ends_after_beginning CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
GRANT SELECT, INSERT, UPDATE (name, valid_to, decision) ON insurance_doctor TO ${app};
