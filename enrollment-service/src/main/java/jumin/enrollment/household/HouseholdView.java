package jumin.enrollment.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.PersonLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A household with its members. */
@Schema(description = "户及其成员")
public record HouseholdView(
        HouseholdId householdId,
        String divisionPath,
        @Schema(examples = "青石村") String divisionName,
        @Schema(examples = "001") String houseNumber,
        String address,
        boolean collective,
        @Schema(description = "该日在户内的人数，含其他页的") int memberCount,
        List<MemberView> members,
        @Schema(description = "该日在户内、现已不在您辖区的成员") List<MovedAway> movedAway,
        long version) {

    /** A member as seen in its household. */
    @Schema(description = "户内成员")
    public record MemberView(
            Relation relation, @Schema(examples = "户主") String relationName, LocalDate from, PersonLine person) {}

    /** A member of that day who is another division's now: no more than that somebody was there. */
    @Schema(description = "已迁往辖区外的成员；不显示姓名")
    public record MovedAway(
            Relation relation, @Schema(examples = "子") String relationName, LocalDate from) {}

    /** A household in a list. */
    @Schema(description = "列表中的户")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record HouseholdLine(
            HouseholdId householdId,
            String divisionPath,
            String houseNumber,
            String address,
            @Schema(description = "集体户") boolean collective,

            @Schema(description = "户主；没有户主的没有", examples = "李**")
            Optional<String> headMaskedName,

            int members) {}
}
