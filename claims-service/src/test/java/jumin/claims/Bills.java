package jumin.claims;

import java.util.ArrayList;
import java.util.List;

/** Bills as hospitals send them. */
final class Bills {

    /** The catalogue that the bills below use; placed once per test run, putting it again changes nothing. */
    static final String CATALOGUE = """
            {"area": "360900", "items": [
              {"code": "A-SERVICE", "name": "护理", "itemClass": "A", "kind": "service", "traditional": false, "validFrom": "2024-01-01"},
              {"code": "A-DRUG", "name": "甲类药", "itemClass": "A", "kind": "drug", "traditional": false, "validFrom": "2024-01-01"},
              {"code": "B-DRUG", "name": "乙类药", "itemClass": "B", "kind": "drug", "traditional": false, "validFrom": "2024-01-01"},
              {"code": "B-STENT", "name": "支架", "itemClass": "B", "kind": "consumable", "traditional": false, "validFrom": "2024-01-01",
               "paymentStandards": {"primary": "10000.00", "secondary": "12000.00", "tertiary": "15000.00"}},
              {"code": "C-DRUG", "name": "丙类药", "itemClass": "C", "kind": "drug", "traditional": false, "validFrom": "2024-01-01"},
              {"code": "PRESSURE-DRUG", "name": "降压药", "itemClass": "A", "kind": "drug", "traditional": false, "validFrom": "2024-01-01",
               "uses": ["blood_pressure"]},
              {"code": "SUGAR-DRUG", "name": "降糖药", "itemClass": "A", "kind": "drug", "traditional": false, "validFrom": "2024-01-01",
               "uses": ["blood_sugar"]}]}
            """;

    private static final String ADMISSION = "@admission";

    private final List<String> items = new ArrayList<>();
    private long total;
    private String person = "";
    private String careType = "21";
    private String circumstances = "";
    private String number = "";
    private String preHospital = "";
    private String admission = "2024-03-02";
    private String discharge = "2024-03-20";
    private String diagnosis = "{\"code\": \"I21.900\", \"name\": \"急性心肌梗死\"}";

    static Bills of(String idNumber, String name) {
        var bill = new Bills();
        bill.person = "{\"idNumber\": \"%s\", \"name\": \"%s\"}".formatted(idNumber, name);
        return bill;
    }

    static Bills ofPerson(Object personId) {
        var bill = new Bills();
        bill.person = "{\"personId\": \"%s\"}".formatted(personId);
        return bill;
    }

    Bills careType(String code) {
        careType = code;
        return this;
    }

    Bills from(String admission, String discharge) {
        this.admission = admission;
        this.discharge = discharge;
        return this;
    }

    /** The line before with more to say: order numbers, what is taken home. */
    Bills with(String more) {
        items.add(items.removeLast().replaceFirst("\\{", "{" + more + ", "));
        return this;
    }

    /** A line on a day of its own. */
    Bills on(String day) {
        items.add(items.removeLast().replace(ADMISSION, day));
        return this;
    }

    /** A week of its own: stays of one person do not overlap. */
    Bills week(int number) {
        var first = java.time.LocalDate.parse("2024-03-20").plusDays(7L * number);
        return from(first.toString(), first.plusDays(7).toString());
    }

    Bills diagnosis(String code, String name) {
        diagnosis = "{\"code\": \"%s\", \"name\": \"%s\"}".formatted(code, name);
        return this;
    }

    /** The hospital's own number of the bill. */
    Bills number(String billNumber) {
        number = "\"billNumber\": \"" + billNumber + "\",";
        return this;
    }

    /** 院前急诊 of a day with hours of observation. */
    Bills preHospital(String day, int hours) {
        preHospital = "\"preHospital\": {\"date\": \"%s\", \"observationHours\": %d},".formatted(day, hours);
        return this;
    }

    Bills noPreHospital() {
        preHospital = "";
        return this;
    }

    Bills circumstances(String json) {
        circumstances = "\"circumstances\": " + json + ",";
        return this;
    }

    Bills item(String code, String quantity, String unitPrice, String amount) {
        items.add("""
                {"lineNo": %d, "code": "%s", "name": "项目%s", "quantity": "%s", "unitPrice": "%s", "amount": "%s", "date": "%s"}
                """.formatted(items.size() + 1, code, code, quantity, unitPrice, amount, ADMISSION));
        total += Long.parseLong(amount.replace(".", ""));
        return this;
    }

    String json() {
        return json(yuan(total));
    }

    String json(String totalAmount) {
        return """
                {"person": %s, "careType": "%s", "admissionDate": "%s", "dischargeDate": "%s",
                 "diagnosis": %s, %s %s %s "totalAmount": "%s", "items": [%s]}
                """.formatted(
                        person,
                        careType,
                        admission,
                        discharge,
                        diagnosis,
                        circumstances,
                        number,
                        preHospital,
                        totalAmount,
                        String.join(",", items).replace(ADMISSION, admission));
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    /** 32 lines of 108,000.00: the bill of the worked example. */
    Bills worked() {
        for (var i = 0; i < 23; i++) {
            item(i % 2 == 0 ? "A-SERVICE" : "A-DRUG", "10", "200.00", "2000.00");
        }
        return item("A-SERVICE", "11", "200", "2200.00")
                .item("B-DRUG", "60", "100.0000", "6000.00")
                .item("B-DRUG", "74.6", "100", "7460.00")
                .item("B-DRUG", "50", "100", "5000.00")
                .item("B-DRUG", "30", "100", "3000.00")
                .item("B-STENT", "2", "18000", "36000.00")
                .item("C-DRUG", "10", "150", "1500.00")
                .item("C-DRUG", "5", "100", "500.00")
                .item("OWN-UNKNOWN", "1", "340", "340.00");
    }
}
