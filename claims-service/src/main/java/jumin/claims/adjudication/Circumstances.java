package jumin.claims.adjudication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import jumin.regulation.Rate;
import jumin.regulation.fact.Facts;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 就诊情形: what only the hospital can say of a case. Absent means no, none, not so. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "就诊情形；没有的不填")
public record Circumstances(
        @Schema(description = "是否急诊抢救") Boolean emergency,

        @Schema(
                description =
                        "异地就医原因：referral 转诊、emergency 急诊抢救、long_term_resident 异地长期居住、student_vacation 学生休假实习、temporary 临时外出")
        String offAreaReason,

        @Schema(description = "是否已办异地就医备案") Boolean filed,
        @Schema(description = "是否在备案地就医，省略即是") Boolean atFiledPlace,
        @Schema(description = "第三人责任比例，如 0.7") Rate thirdPartyShare,
        @Schema(description = "第三人责任是否尚未确定") Boolean thirdPartyUndecided,

        @Schema(description = "不予支付的原因：work_injury、third_party_full、public_health、overseas 等")
        String exclusionCause,

        @Schema(description = "门诊慢特病类别 I 或 II") String chronicClass,
        @Size(max = 10) @Schema(description = "门诊慢特病病种") List<String> diseases,
        @Schema(description = "是否已认定门诊慢特病") Boolean chronicCertified,

        @Schema(description = "两病：hypertension、diabetes、both")
        String twoDisease,

        @Schema(description = "是否中医药治疗") Boolean tcmTreatment,
        @Schema(description = "分娩方式：vaginal、caesarean") String delivery,
        @Schema(description = "胎数：single、multiple") String fetus,
        @Schema(description = "是否死亡") Boolean died,
        @Min(1) @Max(366) @Schema(description = "诊次，省略即 1") Integer visits,

        @Schema(
                description = "参保地法规另行接受的陈述，名称照法规词汇，如 observation_hours 留观小时数、complications 并发症",
                implementation = Object.class,
                type = SchemaType.OBJECT,
                examples = "{\"observation_hours\": 80}")
        JsonNode others) {

    public static final Circumstances NONE = new Circumstances(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** The usual ones as facts; the others are the law's to read. */
    Facts facts() {
        var facts = Facts.none();
        facts = flag(facts, "emergency", emergency);
        facts = word(facts, "off_area_reason", offAreaReason);
        facts = flag(facts, "filed", filed);
        facts = flag(facts, "at_filed_place", atFiledPlace);
        facts = thirdPartyShare == null ? facts : facts.with("third_party_share", thirdPartyShare);
        facts = flag(facts, "third_party_undecided", thirdPartyUndecided);
        facts = word(facts, "exclusion_cause", exclusionCause);
        facts = word(facts, "chronic_class", chronicClass);
        facts = diseases == null ? facts : facts.withWords("diseases", diseases);
        facts = flag(facts, "chronic_certified", chronicCertified);
        facts = word(facts, "disease", twoDisease);
        facts = flag(facts, "tcm_treatment", tcmTreatment);
        facts = word(facts, "delivery", delivery);
        facts = word(facts, "fetus", fetus);
        facts = flag(facts, "died", died);
        return visits == null ? facts : facts.with("visits", visits.longValue());
    }

    private static Facts flag(Facts facts, String name, Boolean value) {
        return Optional.ofNullable(value)
                .map(said -> facts.with(name, said.booleanValue()))
                .orElse(facts);
    }

    private static Facts word(Facts facts, String name, String value) {
        return Optional.ofNullable(value).map(said -> facts.with(name, said)).orElse(facts);
    }
}
