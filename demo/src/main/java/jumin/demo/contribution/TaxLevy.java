package jumin.demo.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import jumin.regulation.Money;

/** 应缴 as the bureau received it; the bureau alone sees the whole number. */
public record TaxLevy(
        String levyId,
        String personId,
        String idNumber,
        String name,
        Money due,
        Money subsidy,
        String payer,
        List<String> articles) {

    static TaxLevy of(JsonNode view) {
        return new TaxLevy(
                view.path("levyId").asText(),
                view.path("personId").asText(),
                view.path("idNumber").asText(),
                view.path("name").asText(),
                Money.yuan(view.path("dueAmount").asText()),
                Money.yuan(view.path("subsidyAmount").asText()),
                view.path("payer").asText(),
                StreamSupport.stream(view.path("articles").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
