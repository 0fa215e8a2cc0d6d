package jumin.regulation.law;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.json.Json;
import jumin.regulation.json.JsonText;

/**
 * 规定的确认的消息: how the decision that a draft is in force, or that a least value is the area's own, is told among services. Fields:
 * {@code area}; {@code from} of a draft; {@code rule} of a least value; {@code decisionNumber}.
 */
public final class ToldAcceptances {

    private ToldAcceptances() {}

    /** @param messages as JSON text, of each subject the last one told */
    public static AcceptedLaw.Acceptances of(List<String> messages) {
        var told = messages.stream().map(ToldAcceptances::read).toList();
        return new AcceptedLaw.Acceptances(
                told.stream()
                        .filter(one -> !text(one, "from").isEmpty())
                        .map(one -> new Acceptance(
                                text(one, "area"), LocalDate.parse(text(one, "from")), text(one, "decisionNumber")))
                        .toList(),
                told.stream()
                        .filter(one -> !text(one, "rule").isEmpty())
                        .map(one ->
                                new AcceptedMinimum(text(one, "area"), text(one, "rule"), text(one, "decisionNumber")))
                        .toList());
    }

    private static Json.Structure read(String message) {
        if (JsonText.read(message) instanceof Json.Structure structure) {
            return structure;
        }
        throw new IllegalArgumentException("确认的消息须为 JSON 对象");
    }

    /** Empty when it is absent or null. */
    private static String text(Json.Structure message, String field) {
        return message.members().get(field) instanceof Json.Text text ? text.value() : "";
    }
}
