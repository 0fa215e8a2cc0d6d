package jumin.contribution.levy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.contribution.place.HousePosition;
import jumin.contribution.sheet.ExportList.Column;
import jumin.contribution.sheet.ExportList.Form;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 应缴核定清单.
 *
 * @param counts of the whole list, by state and reason; on the first page
 * @param next pass as {@code after} for the next page; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LevyList(
        List<Line> items,
        @Schema(description = "全部人数和应缴，按状态和原因；只在第一页") List<Count> counts,
        String next) {

    /** One person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID levyId,

            @Schema(description = "ISSUED 已核定 / HELD 暂缓 / CANCELLED 已取消")
            String state,

            String stateText,
            @Schema(description = "暂缓或取消的原因代码") String reason,
            @Schema(description = "暂缓或取消的原因") String reasonText,
            UUID personId,
            String personNo,
            @Schema(description = "姓名（脱敏）") String name,
            String idMasked,
            String divisionPath,
            @Schema(description = "村（社区）名称") String village,
            String householdId,
            @Schema(description = "户编号，村内唯一") String houseNumber,
            Money individualContribution,
            Money subsidyAmount,
            Money dueAmount,
            @Schema(description = "资助身份的代码") String category,
            @Schema(description = "资助身份") String categoryText,
            String taxOrgan,
            OffsetDateTime issuedAt) {

        /** Where a page that ends with this line ends. */
        String position() {
            return new HousePosition(divisionPath, householdId, personId, houseNumber).text();
        }
    }

    /** How many for one reason. */
    public record Count(
            String state, String stateText, String reason, String reasonText, long persons, Money dueAmount) {}

    static final Form<Line> FORM = new Form<>(
            "应缴核定清单",
            "levies",
            List.of(
                    new Column<>("状态", Line::stateText),
                    new Column<>("原因", Line::reasonText),
                    new Column<>("人员编号", Line::personNo),
                    new Column<>("姓名", Line::name),
                    new Column<>("证件号码", Line::idMasked),
                    new Column<>("村（社区）", Line::village),
                    new Column<>("户编号", Line::houseNumber),
                    new Column<>("个人缴费标准", Line::individualContribution),
                    new Column<>("资助", Line::subsidyAmount),
                    new Column<>("应缴", Line::dueAmount),
                    new Column<>("资助身份", Line::categoryText),
                    new Column<>("税务机关", Line::taxOrgan),
                    new Column<>("核定时间", Line::issuedAt)));
}
