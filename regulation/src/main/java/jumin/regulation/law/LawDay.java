package jumin.regulation.law;

import java.time.LocalDate;

/** Which law is asked for. */
record LawDay(String area, LocalDate on, boolean inForce, boolean placeholdersAllowed, boolean accepted) {}
