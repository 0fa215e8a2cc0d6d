package jumin.contribution.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.contribution.money.WaitingMoney;
import jumin.contribution.place.HousePosition;
import jumin.contribution.sheet.ExportList.Column;
import jumin.contribution.sheet.ExportList.Form;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 催缴清单, in the order of village and house number. @param next pass as {@code after}; absent at the end */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArrearsPage(int benefitYear, List<Line> items, String next) {

    /** 为什么在清单上. */
    public enum Kind {
        UNPAID("未缴费"),
        SHORT("缴费不足"),
        HELD("应缴暂缓核定，先解决暂缓原因"),
        NOT_REGISTERED("上年参保，本年未登记");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** 上年度. */
    public enum LastYear {
        COVERED("享受过待遇"),
        NOT_COVERED("登记而未享受"),
        NONE("未参保");

        private final String title;

        LastYear(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** One person's line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID personId,
            String personNo,
            String name,
            String idMasked,
            @Schema(description = "脱敏手机号，未登记为空") String phoneMasked,
            String householdId,
            @Schema(description = "户编号，村内唯一") String houseNumber,
            @Schema(description = "户主姓名（脱敏）；没有户主的没有") String householdHead,
            String divisionPath,
            @Schema(description = "村（社区）名称") String village,
            Kind kind,
            String kindText,
            @Schema(description = "暂缓的原因代码") String heldReason,
            @Schema(description = "暂缓的原因") String heldReasonText,
            Money dueAmount,
            Money paidAmount,
            Money openAmount,

            @Schema(description = "上年度：COVERED 享受过待遇 / NOT_COVERED 登记而未享受 / NONE 未参保")
            LastYear lastYear,

            int visits,
            LastVisit lastVisit,

            @Schema(description = "已缴而在暂存款的，或可能是此人所缴的：先办理，不催缴；不计入已缴和尚欠")
            List<WaitingMoney> waiting) {

        Line with(List<WaitingMoney> money) {
            return new Line(
                    personId,
                    personNo,
                    name,
                    idMasked,
                    phoneMasked,
                    householdId,
                    houseNumber,
                    householdHead,
                    divisionPath,
                    village,
                    kind,
                    kindText,
                    heldReason,
                    heldReasonText,
                    dueAmount,
                    paidAmount,
                    openAmount,
                    lastYear,
                    visits,
                    lastVisit,
                    money);
        }

        private String waitingText() {
            return waiting.stream().map(WaitingMoney::text).collect(Collectors.joining("；"));
        }

        /** Where a page that ends with this line ends. */
        String position() {
            return new HousePosition(divisionPath, householdId, personId, houseNumber).text();
        }

        private String visited() {
            return lastVisit == null
                    ? ""
                    : lastVisit.visitedOn() + " " + lastVisit.reasonText()
                            + (lastVisit.note().isEmpty() ? "" : "：" + lastVisit.note());
        }
    }

    static final Form<Line> FORM = new Form<>(
            "催缴清单",
            "arrears",
            List.of(
                    new Column<>("村（社区）", Line::village),
                    new Column<>("户编号", Line::houseNumber),
                    new Column<>("户主", Line::householdHead),
                    new Column<>("姓名", Line::name),
                    new Column<>("证件号码", Line::idMasked),
                    new Column<>("电话", Line::phoneMasked),
                    new Column<>("情况", Line::kindText),
                    new Column<>("暂缓原因", Line::heldReasonText),
                    new Column<>("应缴", Line::dueAmount),
                    new Column<>("已缴", Line::paidAmount),
                    new Column<>("尚欠", Line::openAmount),
                    new Column<>("暂存款（先核对，不催缴）", Line::waitingText),
                    new Column<>("上年度", line -> line.lastYear().title()),
                    new Column<>("走访次数", Line::visits),
                    new Column<>("最近一次走访", Line::visited)));

    /** 最近一次走访. */
    public record LastVisit(
            LocalDate visitedOn, VisitReason reason, String reasonText, String note, String visitedBy) {}
}
