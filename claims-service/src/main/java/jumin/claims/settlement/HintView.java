package jumin.claims.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jumin.claims.suspicion.Suspect;
import jumin.claims.wire.Articles;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 事前提示: what would be a finding if the bill were settled as it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "预结算的提示：照此结算会列为审核疑点；不影响核算")
public record HintView(String rule, String title, String detail, String instrument, String article, Money amount) {

    static HintView of(Suspect suspect) {
        return new HintView(
                suspect.rule().code(),
                suspect.rule().title(),
                suspect.detail(),
                suspect.rule().citation().instrument(),
                Articles.readable(suspect.rule().citation()),
                suspect.amount());
    }
}
