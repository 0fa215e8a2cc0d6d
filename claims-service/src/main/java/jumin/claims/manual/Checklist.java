package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 材料清单与期限, as each city's text asks for them; without one of its own the general list. */
@ApplicationScoped
public class Checklist {

    private static final String ANY_AREA = "-";

    private final Sql database;

    Checklist(Sql database) {
        this.database = database;
    }

    /** A document that is asked for. */
    @Schema(description = "须提交的材料与条款；needed：ALWAYS 一律、STAY 住院、OTHER_PAYEE 他人代领")
    public record Document(String code, String title, String article, boolean original, String needed) {}

    /** Until when, by the text. */
    record Deadline(LocalDate lastDay, String article) {}

    List<Document> documents(String area) {
        var own = of(area);
        return own.isEmpty() ? of(ANY_AREA) : own;
    }

    private List<Document> of(String area) {
        return database.list(
                "select code, title, article, original, needed from manual_document where area = ? order by code",
                row -> new Document(
                        row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5)),
                area);
    }

    /** What is still missing for a claim. */
    List<Document> missing(String area, boolean stay, boolean otherPayee, Collection<String> received) {
        return documents(area).stream()
                .filter(one -> switch (one.needed()) {
                    case "STAY" -> stay;
                    case "OTHER_PAYEE" -> otherPayee;
                    default -> true;
                })
                .filter(one -> !received.contains(one.code()))
                .toList();
    }

    /** A period of months ends on the same day number, or on the last day of the month; none where the text sets none. */
    Optional<Deadline> deadline(String area, LocalDate discharge) {
        return database.first(
                "select months, article from manual_deadline where area = ?",
                row -> new Deadline(discharge.plusMonths(row.getInt(1)), row.getString(2)),
                area);
    }
}
