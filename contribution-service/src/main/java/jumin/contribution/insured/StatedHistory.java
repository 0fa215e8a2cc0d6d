package jumin.contribution.insured;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 参保中断与修复 as the county stated it; it prevails over what this service knows of the years before.
 *
 * @param lapseYears 中断年数 that count (A46)
 * @param repairedYears of them, those for which somebody paid afterwards (修复)
 * @param interruptedFrom the first day without cover of an interruption within a year (A35)
 */
public record StatedHistory(int lapseYears, int repairedYears, Optional<LocalDate> interruptedFrom) {}
