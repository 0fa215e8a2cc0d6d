package jumin.claims.law;

import java.time.LocalDate;

/** Which law a decision used. */
public record UsedLaw(String area, String release, LocalDate on, boolean placeholdersAllowed) {}
