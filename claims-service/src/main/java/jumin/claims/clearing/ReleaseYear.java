package jumin.claims.clearing;

import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 预留返还中属于一个待遇年度的 */
@Schema(name = "RetentionReleaseYear", description = "预留返还中属于一个待遇年度的；各年度合计即返还的金额")
public record ReleaseYear(int benefitYear, Money released, Money forfeited) {}
