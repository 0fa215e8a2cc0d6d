package jumin.contribution.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 一村的参保缴费通知单, house by house, only of those who owe. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaceNotices(
        int benefitYear,
        @Schema(description = "第几份") int part,
        @Schema(description = "共几份；按全部户分，有人缴费后各份所含的户不变") int parts,
        @Schema(description = "没有可通知的户时说明") String message,
        List<PaymentNotice> items) {

    /** @param households of the place, whether or not they owe */
    static PlaceNotices of(int benefitYear, int part, long households, int most, List<PaymentNotice> items) {
        var parts = (int) Math.max(1, (households + most - 1) / most);
        return new PlaceNotices(benefitYear, part, parts, message(benefitYear, part, parts, items), items);
    }

    private static String message(int benefitYear, int part, int parts, List<PaymentNotice> items) {
        if (!items.isEmpty()) {
            return null;
        }
        if (part > parts) {
            return "没有第 " + part + " 份，共 " + parts + " 份。";
        }
        return benefitYear + "年度" + (parts == 1 ? "" : "第 " + part + " 份（共 " + parts + " 份）")
                + "没有尚欠缴费的户，无需通知；暂缓核定的不在此列，见催缴清单。";
    }
}
