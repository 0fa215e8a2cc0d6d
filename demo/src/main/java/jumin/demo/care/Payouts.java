package jumin.demo.care;

import static jumin.demo.care.Patients.CLAIMS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.http.StoryStopped;
import jumin.demo.tale.Stage;

/** 应付与应追回: what a decision left between the fund and the person, in whatever state it is. */
final class Payouts {

    private static final String[] STATES = {
        "WAITING_FOR_ACCOUNT",
        "ACCOUNT_ENTERED",
        "READY",
        "IN_BATCH",
        "PAID",
        "REJECTED",
        "TO_RECOVER",
        "RECOVERED",
        "SET_OFF"
    };

    private final Stage stage;

    Payouts(Stage stage) {
        this.stage = stage;
    }

    JsonNode of(String settlement) {
        return Stream.of(STATES)
                .map(state -> Request.get(CLAIMS + "payouts?limit=1000&state=" + state))
                .flatMap(request -> StreamSupport.stream(
                        stage.http().json(Actor.FINANCE, request).spliterator(), false))
                .filter(payout -> payout.path("settlementId").asText().equals(settlement))
                .findFirst()
                .orElseThrow(() -> new StoryStopped("没有找到决定 " + settlement + " 的应付。"));
    }
}
