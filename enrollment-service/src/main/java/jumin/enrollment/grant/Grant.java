package jumin.enrollment.grant;

import java.util.Optional;
import jumin.regulation.Money;

/**
 * 资助标准 in force in a division and all below it.
 *
 * @param amount empty: all of the contribution
 */
public record Grant(String divisionPath, String category, Optional<Money> amount) {}
