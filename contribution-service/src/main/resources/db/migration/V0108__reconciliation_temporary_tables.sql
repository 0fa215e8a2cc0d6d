-- 对账 compares in temporary tables: where the database grants nothing to the public (as ./jumin provisions it), the service needs this right.
DO $$
BEGIN
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO ${app}', current_database());
END
$$;
