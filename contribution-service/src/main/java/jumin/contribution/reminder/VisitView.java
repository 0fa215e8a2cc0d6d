package jumin.contribution.reminder;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** 走访记录. */
public record VisitView(
        UUID visitId,
        UUID personId,
        int benefitYear,
        LocalDate visitedOn,
        VisitReason reason,
        String reasonText,
        String note,
        String visitedBy,
        OffsetDateTime recordedAt) {}
