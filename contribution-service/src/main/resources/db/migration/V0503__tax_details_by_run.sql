-- 税务明细 of one run wait in a table of their own: no row says whose it is, and all go at once when the run has compared.
-- The service may make and drop just these tables; a run that comes to nothing takes its table with it. `again` marks a voucher
-- number that may have come before in the same file: only those are counted.
DROP TABLE tax_detail;

CREATE FUNCTION open_tax_detail(run uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    details text := 'tax_detail_' || replace(run::text, '-', '');
BEGIN
    EXECUTE format('CREATE UNLOGGED TABLE %I (
        voucher_no text COLLATE "C" NOT NULL,
        amount_fen bigint NOT NULL,
        paid_on    date NOT NULL,
        reversed   boolean NOT NULL,
        again      boolean NOT NULL)', details);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app}', details);
END
$$;

CREATE FUNCTION drop_tax_detail(run uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    EXECUTE format('DROP TABLE IF EXISTS %I', 'tax_detail_' || replace(run::text, '-', ''));
END
$$;

REVOKE EXECUTE ON FUNCTION open_tax_detail(uuid), drop_tax_detail(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_tax_detail(uuid), drop_tax_detail(uuid) TO ${app};
