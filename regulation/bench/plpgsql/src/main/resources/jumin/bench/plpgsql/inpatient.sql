CREATE FUNCTION share(amount bigint, millionths bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$ SELECT (amount * millionths + 500000) / 1000000 $$;

CREATE TABLE claim (
  id integer PRIMARY KEY,
  level integer NOT NULL,
  tilted boolean NOT NULL,
  per_capita_income bigint NOT NULL,
  pool_paid bigint NOT NULL,
  critical_eligible bigint NOT NULL,
  critical_paid bigint NOT NULL,
  classes integer[] NOT NULL,
  kinds integer[] NOT NULL,
  amounts bigint[] NOT NULL,
  over bigint[] NOT NULL
);

-- total, out of scope, scope, deductible, pool, eligible, critical, person
CREATE FUNCTION settle(c claim) RETURNS bigint[]
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  prepaid_rate CONSTANT bigint[] := ARRAY[0, 0, 0, 0, 0, 0, 150000, 100000, 100000, 100000, 150000, 150000];
  inside bigint := 0;
  outside bigint := 0;
  above bigint := 0;
  above_consumables bigint := 0;
  prepaid bigint := 0;
  scope bigint;
  deductible bigint;
  pool bigint;
  eligible bigint;
  line bigint;
  critical bigint;
  item_class integer;
  amount bigint;
  item_over bigint;
BEGIN
  FOR i IN 1 .. cardinality(c.amounts) LOOP
    item_class := c.classes[i];
    amount := c.amounts[i];
    IF item_class = 2 THEN
      outside := outside + amount;
    ELSE
      item_over := c.over[i];
      inside := inside + amount;
      above := above + item_over;
      IF c.kinds[i] = 1 THEN
        above_consumables := above_consumables + item_over;
      END IF;
      IF item_class = 1 THEN
        prepaid := prepaid + share(amount - item_over, prepaid_rate[item_class * 6 + c.kinds[i] + 1]);
      END IF;
    END IF;
  END LOOP;
  scope := inside - above - prepaid;
  deductible := least((ARRAY[10000, 40000, 60000])[c.level + 1], scope);
  pool := least(share(scope - deductible, (ARRAY[900000, 800000, 600000])[c.level + 1]), greatest(0, 10000000 - c.pool_paid));
  eligible := scope - pool + prepaid + above_consumables;
  line := share(c.per_capita_income, 500000);
  IF c.tilted THEN
    line := line - share(line, 500000);
  END IF;
  critical := share(
    c.critical_eligible + eligible - least(c.critical_eligible + eligible, greatest(c.critical_eligible, line)),
    CASE WHEN c.tilted THEN 650000 ELSE 600000 END);
  critical := least(critical, inside + outside - pool);
  IF NOT c.tilted THEN
    critical := least(critical, greatest(0, 25000000 - c.critical_paid));
  END IF;
  RETURN ARRAY[inside + outside, outside, scope, deductible, pool, eligible, critical, inside + outside - pool - critical];
END $$;
