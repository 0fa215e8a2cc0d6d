package jumin.claims.provider;

import java.time.LocalDate;

/** 机构级别、类别有变: care from this day on is judged by another standing than before. Told within the transaction that learns it. */
public record ProviderChanged(String provider, LocalDate since) {}
