-- 限定支付范围: for whom, where and for what an item is paid; its sentence, and as much of it as can be compared.
ALTER TABLE catalogue_item ADD COLUMN restriction jsonb;
GRANT UPDATE (restriction) ON catalogue_item TO ${app};
