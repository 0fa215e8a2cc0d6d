package jumin.claims.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.ItemClass;

/**
 * A catalogue item as it stands on a day, for a provider of one level.
 *
 * @param askedCode the code of the bill's line: the hospital's own or the catalogue's
 * @param restriction a {@link Restriction} as it is stored
 * @param prepayment 先行自付比例 that the catalogue gives for the item itself
 * @param uses 用途 that the catalogue marks it with
 * @param standard 医保支付标准 of one unit at this level; empty means none
 */
public record CatalogueVersion(
        String askedCode,
        String code,
        String name,
        ItemClass itemClass,
        String kind,
        boolean traditional,
        LocalDate validFrom,
        LocalDate validTo,
        Optional<Money> standard,
        Optional<String> restriction,
        Optional<Rate> prepayment,
        List<String> uses) {

    public boolean stands(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }
}
