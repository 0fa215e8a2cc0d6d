package jumin.demo.hospital;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** 范例结算单的金额: what the bill of this stay must come to, by the article that gives it. */
final class Bills {

    private static final Map<String, String> EXPECTED = expected();

    private Bills() {}

    static Map<String, String> expectedAmounts() {
        return EXPECTED;
    }

    /** The same amounts as the service answered them. */
    static Map<String, String> amounts(JsonNode settlement) {
        var amounts = new LinkedHashMap<String, String>();
        EXPECTED.keySet()
                .forEach(name ->
                        amounts.put(name, settlement.path("amounts").path(name).asText()));
        return amounts;
    }

    static Map<String, String> negative(Map<String, String> amounts) {
        var negative = new LinkedHashMap<String, String>();
        amounts.forEach((name, amount) -> negative.put(name, "-" + amount));
        return negative;
    }

    private static Map<String, String> expected() {
        var amounts = new LinkedHashMap<String, String>();
        amounts.put("totalAmount", "108000.00");
        amounts.put("ownExpense", "2340.00");
        amounts.put("overCeiling", "6000.00");
        amounts.put("prepayment", "6219.00");
        amounts.put("eligibleAmount", "93441.00");
        amounts.put("deductible", "600.00");
        amounts.put("poolPay", "55704.60");
        amounts.put("criticalIllnessPay", "26783.51");
        amounts.put("fundPay", "82488.11");
        amounts.put("personPay", "25511.89");
        return amounts;
    }
}
