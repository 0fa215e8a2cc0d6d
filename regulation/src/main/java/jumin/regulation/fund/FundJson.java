package jumin.regulation.fund;

import java.util.List;
import jumin.regulation.json.Json;
import jumin.regulation.worksheet.DecisionJson;

/** 基金管理结论的规范化书写。 */
final class FundJson {

    private FundJson() {}

    static String canonical(FundDecision decision) {
        return switch (decision) {
            case FundDecision.PoolAllocation pool ->
                start("pool_allocation", decision)
                        .with("per_head", pool.perHead())
                        .with("allocation", pool.allocation())
                        .canonical();
            case FundDecision.CapIncrease cap ->
                start("cap_increase", decision).with("increase", cap.increase()).canonical();
            case FundDecision.ProviderMonth month ->
                start("provider_month", decision)
                        .with("payable", month.payable())
                        .with("deposit", month.deposit())
                        .canonical();
            case FundDecision.Checked checked -> checked(checked);
            case FundDecision.Sums sums -> sums(sums);
            case FundDecision.Extraction extraction ->
                start("extraction", decision)
                        .with("extracted", extraction.extracted())
                        .with("per_county", texts(extraction.perCounty()))
                        .with("balance_after", extraction.balanceAfter())
                        .with("suspended", Json.of(extraction.suspended()))
                        .canonical();
            case FundDecision.Deadline deadline ->
                start("deadline", decision)
                        .with("deadline", deadline.deadline())
                        .with("on_time", deadline.onTime())
                        .canonical();
            case FundDecision.Route route ->
                start("route", decision)
                        .with("accounts", texts(route.accounts()))
                        .canonical();
            case FundDecision.NotRegulated none ->
                start("not_regulated", decision).with(none.cause()).canonical();
            case FundDecision.Held held ->
                start("held", decision).with(held.cause()).canonical();
        };
    }

    private static DecisionJson start(String kind, FundDecision decision) {
        return DecisionJson.of(kind, decision.release(), decision.worksheet());
    }

    private static String checked(FundDecision.Checked checked) {
        var json = start("checked", checked)
                .with("allowed", Json.of(checked.allowed()))
                .with("required_next", checked.requiredNext());
        checked.cause().ifPresent(json::with);
        return json.canonical();
    }

    private static String sums(FundDecision.Sums sums) {
        var amounts = new Json.Structure();
        sums.amounts().forEach((name, amount) -> amounts.with(name, Json.text(amount)));
        return start("sums", sums).with("amounts", amounts).canonical();
    }

    private static Json texts(List<?> values) {
        return Json.array(values.stream().map(Json::text).toList());
    }
}
