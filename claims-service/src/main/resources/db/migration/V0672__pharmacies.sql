-- 定点零售药店: a provider whose code begins with P and that has no hospital level; one entered with a level before is corrected when it is entered again.
ALTER TABLE provider DROP CONSTRAINT provider_level_is_known;
ALTER TABLE provider ADD CONSTRAINT provider_level_is_known CHECK (
    CASE WHEN starts_with(code, 'P') THEN level = '' AND kind = ''
         ELSE level IN ('village', 'community', 'township', 'primary', 'secondary', 'tertiary', 'county_general', 'county_tcm') END) NOT VALID;

-- 双通道 is a qualification of its own; a pharmacy takes nobody in.
ALTER TABLE provider_agreement DROP CONSTRAINT provider_agreement_qualification_check;
ALTER TABLE provider_agreement
    ADD CONSTRAINT provider_agreement_qualification_check CHECK (qualification IN ('INPATIENT', 'OUTPATIENT', 'CHRONIC', 'DUAL_CHANNEL')),
    ADD CONSTRAINT pharmacies_take_nobody_in CHECK (NOT (starts_with(provider, 'P') AND qualification = 'INPATIENT')) NOT VALID;
ALTER TABLE provider_suspension DROP CONSTRAINT provider_suspension_qualification_check;
ALTER TABLE provider_suspension
    ADD CONSTRAINT provider_suspension_qualification_check CHECK (qualification IN ('INPATIENT', 'OUTPATIENT', 'CHRONIC', 'DUAL_CHANNEL'));
