package jumin.demo.care;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import jumin.demo.http.StoryStopped;
import jumin.demo.input.CatalogueItem;
import jumin.demo.roster.People;
import jumin.demo.tale.Masks;
import jumin.demo.tale.Stage;

/** 病人和账单: persons of the village, and bills of one line. */
final class Patients {

    static final String CLAIMS = "/api/claims/v1/";
    static final String HOSPITAL = "H36090200001";

    private final Stage stage;
    private final String drug;

    Patients(Stage stage) throws IOException {
        this.stage = stage;
        this.drug = stage.input().catalogue().stream()
                .filter(item -> item.itemClass().equals("A") && item.kind().equals("drug"))
                .filter(item -> item.ceilings().isEmpty())
                .map(CatalogueItem::code)
                .findFirst()
                .orElseThrow(() -> new StoryStopped("目录里没有不设支付标准的甲类药。"));
    }

    /** Somebody of the village. */
    record Patient(String id, String idNumber, String name) {

        String masked() {
            return Masks.name(name) + "（" + Masks.id(idNumber) + "）";
        }

        Map<String, String> reference() {
            return Map.of("personId", id);
        }
    }

    Patient of(String idNumber) {
        JsonNode person = new People(stage).person(idNumber);
        return new Patient(
                person.path("personId").asText(), idNumber, person.path("name").asText());
    }

    /** 一次就诊: care type, days, and how much of a drug of ten yuan. */
    record Visit(String careType, String from, String to, String quantity, String total) {}

    /** A bill of one class A drug. */
    Map<String, Object> bill(Patient patient, Visit visit) {
        var line = Map.of(
                "lineNo",
                1,
                "code",
                drug,
                "name",
                "演示药品",
                "quantity",
                visit.quantity(),
                "unitPrice",
                "10.00",
                "amount",
                visit.total(),
                "date",
                visit.from());
        return Map.of(
                "person", patient.reference(),
                "careType", visit.careType(),
                "admissionDate", visit.from(),
                "dischargeDate", visit.to(),
                "diagnosis", Map.of("code", "E11.900", "name", "2型糖尿病"),
                "totalAmount", visit.total(),
                "items", List.of(line));
    }
}
