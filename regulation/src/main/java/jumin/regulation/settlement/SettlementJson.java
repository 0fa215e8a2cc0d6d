package jumin.regulation.settlement;

import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.json.Json;
import jumin.regulation.worksheet.Denial;

/** 核算结论的规范化书写。 */
final class SettlementJson {

    private SettlementJson() {}

    static Json of(SettlementDecision decision) {
        var json = new Json.Structure()
                .with("decision", Json.text(kind(decision)))
                .with("release", Json.text(decision.release()))
                .with("placeholders", Json.of(decision.outcome().placeholdersUsed()))
                .with("amounts", amounts(decision.amounts()))
                .with(
                        "pool_ratio",
                        decision.amounts()
                                .poolRatio()
                                .map(Rate::decimal)
                                .<Json>map(Json::text)
                                .orElse(Json.NOTHING))
                .with(
                        "denials",
                        Json.array(decision.denials().stream()
                                .map(SettlementJson::of)
                                .toList()))
                .with(
                        "increments",
                        Json.array(decision.increments().stream()
                                .map(SettlementJson::of)
                                .toList()))
                .with("worksheet", decision.worksheet().json());
        var parts = decision.amounts().parts();
        return parts.isEmpty()
                ? json
                : json.with(
                        "parts",
                        Json.array(parts.stream().map(SettlementJson::of).toList()));
    }

    private static String kind(SettlementDecision decision) {
        return switch (decision) {
            case SettlementDecision.Paid paid -> "paid";
            case SettlementDecision.Refused refused -> "refused";
            case SettlementDecision.Held held -> "held";
        };
    }

    private static Json amounts(Amounts amounts) {
        var json = new Json.Structure();
        amounts.byName().forEach((name, amount) -> json.with(name, Json.text(amount)));
        return json;
    }

    private static Json of(Denial denial) {
        return new Json.Structure()
                .with("code", Json.text(denial.code()))
                .with("title", Json.text(denial.title()))
                .with("instrument", Json.text(denial.citation().instrument()))
                .with("article", Json.text(denial.citation().article()));
    }

    private static Json of(Amounts.PartPay part) {
        return new Json.Structure().with("group", Json.text(part.group())).with("fund", Json.text(part.fundPay()));
    }

    private static Json of(Accumulated increment) {
        var value = increment.kind() == Accumulated.Kind.AMOUNT
                ? Json.text(Money.ofFen(increment.value()))
                : Json.of(increment.value());
        return new Json.Structure().with("name", Json.text(increment.name())).with("value", value);
    }
}
