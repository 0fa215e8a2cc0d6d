package jumin.contribution.insured;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 身份认定 as a department told it.
 *
 * @param from 认定之日
 * @param to the last day; empty while it stands
 */
public record Recognition(String category, LocalDate from, Optional<LocalDate> to) {}
