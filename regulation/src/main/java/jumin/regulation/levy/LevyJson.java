package jumin.regulation.levy;

import java.util.List;
import jumin.regulation.json.Json;
import jumin.regulation.subsidy.SubsidyDecision;
import jumin.regulation.worksheet.DecisionJson;

/** 核定与征缴结论的规范化书写。 */
final class LevyJson {

    private LevyJson() {}

    static String canonical(LevyDecision decision) {
        return switch (decision) {
            case LevyDecision.Household household ->
                start("household", decision)
                        .with("person_total", household.personTotal())
                        .with("subsidy_total", household.subsidyTotal())
                        .with("members", members(household.members()))
                        .canonical();
            case LevyDecision.Financing financing ->
                start("financing", decision)
                        .with("individual", financing.individual())
                        .with("fiscal", financing.fiscal())
                        .with("total", financing.total())
                        .canonical();
            case LevyDecision.Checked checked -> checked(checked);
            case LevyDecision.Reconciled reconciled ->
                start("reconciled", decision)
                        .with("differences", differences(reconciled.differences()))
                        .canonical();
            case LevyDecision.Held held ->
                start("held", decision).with(held.cause()).canonical();
        };
    }

    private static DecisionJson start(String kind, LevyDecision decision) {
        return DecisionJson.of(kind, decision.release(), decision.worksheet());
    }

    private static String checked(LevyDecision.Checked checked) {
        var json = start("checked", checked)
                .with("allowed", Json.of(checked.allowed()))
                .with("difference", checked.difference());
        checked.cause().ifPresent(json::with);
        return json.canonical();
    }

    private static Json members(List<SubsidyDecision.Decided> members) {
        return Json.array(members.stream()
                .map(member -> new Json.Structure()
                        .with("tier", Json.text(member.tier()))
                        .with("subsidy_amount", Json.text(member.subsidyAmount()))
                        .with("person_amount", Json.text(member.personAmount())))
                .toList());
    }

    private static Json differences(LevyDecision.Differences differences) {
        return new Json.Structure()
                .with("matched", texts(differences.matched()))
                .with("amount_differs", texts(differences.amountDiffers()))
                .with("only_tax", texts(differences.onlyTax()))
                .with("only_registered", texts(differences.onlyRegistered()))
                .with("duplicates", texts(differences.duplicates()));
    }

    private static Json texts(List<String> values) {
        return Json.array(values.stream().map(Json::text).toList());
    }
}
