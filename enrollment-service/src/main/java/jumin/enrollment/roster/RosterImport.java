package jumin.enrollment.roster;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.table.TableFormat;

/**
 * 花名册导入: a file for a village and a benefit year.
 *
 * @param school whose pupils they are; empty when the village sends it
 */
public record RosterImport(
        RosterImportId id,
        String area,
        String divisionPath,
        String divisionCode,
        Optional<String> school,
        int benefitYear,
        String fileName,
        TableFormat format,
        ImportState state,
        Optional<RosterHeader> header,
        String message,
        RosterCounts counts,
        List<String> sampleNames,
        Optional<UUID> validateJob,
        Optional<UUID> commitJob,
        Optional<UUID> undoJob,
        String submittedBy,
        OffsetDateTime recordedAt) {}
