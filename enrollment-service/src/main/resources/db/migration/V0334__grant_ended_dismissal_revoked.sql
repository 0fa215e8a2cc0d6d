-- 资助标准: taken back by whoever proposed it; ended by two persons, with the document that ends it.
ALTER TABLE subsidy_grant DROP CONSTRAINT subsidy_grant_state_check;
ALTER TABLE subsidy_grant
    ADD CONSTRAINT subsidy_grant_state_check
        CHECK (state IN ('PENDING', 'IN_FORCE', 'REJECTED', 'SUPERSEDED', 'WITHDRAWN', 'ENDED')),
    ADD ending_document    text NOT NULL DEFAULT '',
    ADD ending_proposed_by text NOT NULL DEFAULT '',
    ADD ended_by           text NOT NULL DEFAULT '',
    ADD ended_at           timestamptz,
    ADD CONSTRAINT two_people_end_a_grant CHECK (ended_by = '' OR ended_by <> ending_proposed_by);
GRANT UPDATE (ending_document, ending_proposed_by, ended_by, ended_at) ON subsidy_grant TO ${app};

-- 不是同一人: said by mistake; the pair is shown again.
ALTER TABLE duplicate_dismissal
    ADD revoked_at    timestamptz,
    ADD revoked_by    text NOT NULL DEFAULT '',
    ADD revoke_reason text NOT NULL DEFAULT '';
GRANT UPDATE (reason, actor, recorded_at, revoked_at, revoked_by, revoke_reason) ON duplicate_dismissal TO ${app};
