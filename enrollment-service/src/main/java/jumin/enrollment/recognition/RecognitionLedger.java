package jumin.enrollment.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.PersonId;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 身份认定台账: who in a division is recognised as what, and whose recognition begins or ends in a month. */
@ApplicationScoped
public class RecognitionLedger {

    private static final String FOUND = """
            from recognition join person on person.id = recognition.person_id
            left join division on division.path = recognition.division_path
            where recognition.superseded_by is null and person.status = 'ACTIVE'
            """;

    private final Sql sql;
    private final Divisions divisions;
    private final CategoryKinds kinds;
    private final CurrentCaller caller;
    private final Audit audit;

    RecognitionLedger(Sql sql, Divisions divisions, CategoryKinds kinds, CurrentCaller caller, Audit audit) {
        this.sql = sql;
        this.divisions = divisions;
        this.kinds = kinds;
        this.caller = caller;
        this.audit = audit;
    }

    /** What is not said does not narrow the list. @param begins month, as is ends */
    record Filter(
            Optional<String> division,
            Optional<String> category,
            Optional<String> organ,
            Optional<String> begins,
            Optional<String> ends) {

        String where() {
            return when(division, " and recognition.division_path >= ? and recognition.division_path < ? || '~'")
                    + when(category, " and recognition.category = ?")
                    + when(organ, " and recognition.organ = ?")
                    + when(begins, " and to_char(recognition.valid_from, 'YYYY-MM') = ?")
                    + when(ends, " and to_char(recognition.valid_to, 'YYYY-MM') = ?");
        }

        private static String when(Optional<String> said, String condition) {
            return said.isPresent() ? condition : "";
        }

        /** @param path of the division */
        Stream<Object> values(Optional<String> path) {
            return Stream.<Optional<?>>of(path, path, category, organ, begins, ends)
                    .flatMap(value -> value.stream());
        }
    }

    /** One recognition of somebody. */
    @Schema(name = "RecognitionLine", description = "台账中的一条身份认定")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Line(
            PersonId personId,
            @Schema(examples = "李**") String maskedName,
            @Schema(examples = "110101********1247") String idMasked,
            @Schema(examples = "青石村") String divisionName,
            @Schema(examples = "minimum_living") String category,
            @Schema(examples = "低保对象") String categoryName,

            @Schema(description = "认定机关", examples = "MZ110101")
            String organ,

            LocalDate from,

            @Schema(implementation = LocalDate.class, description = "最后一日；未终止的没有")
            Optional<LocalDate> to) {}

    @Transactional
    Page<Line> run(Filter filter, int page, int size) {
        audit.read(
                "recognition-ledger",
                filter.category().orElse("全部类别"),
                caller.get().scope().division().from());
        var values = filter.values(filter.division().map(divisions::pathOf)).toList();
        var where = FOUND + filter.where();
        return new Page<>(
                sql.list(
                        """
                        select person.id, person.name, person.id_masked, coalesce(division.name, ''), recognition.category,
                               recognition.organ, recognition.valid_from, recognition.valid_to, recognition.area
                        """ + where + " order by recognition.division_path, recognition.id limit ? offset ?",
                        this::line,
                        Stream.concat(values.stream(), Stream.of(size, (page - 1) * size))
                                .toArray()),
                page,
                size,
                sql.count("select count(*) " + where, values.toArray()));
    }

    private Line line(ResultSet row) throws SQLException {
        var category = row.getString(5);
        return new Line(
                new PersonId(row.getObject(1, UUID.class)),
                Masked.name(row.getString(2)),
                row.getString(3),
                row.getString(4),
                category,
                kinds.of(row.getString(9)).getOrDefault(category, category),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                Optional.ofNullable(row.getObject(8, LocalDate.class)));
    }
}
