-- 先行自付比例: what the catalogue gives for this item, in millionths; it counts where the city's text leaves the rate to the catalogue.
ALTER TABLE catalogue_item ADD COLUMN prepayment_millionths int CHECK (prepayment_millionths BETWEEN 0 AND 1000000);
GRANT UPDATE (prepayment_millionths) ON catalogue_item TO ${app};
