package jumin.claims.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 一项年度限额: what is used of it and what is left. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "一项限额：已用与剩余，按本人当日的身份、认定和年度标准；本人没有涉及的（如没有认定的病种）只在 cases 列出各类的限额")
public record YearlyLimit(
        @Schema(description = "累计项", examples = "pool_paid_ytd")
        String accumulator,

        @Schema(description = "限额名称") String title,
        @Schema(description = "已用") Money used,
        @Schema(description = "限额；不设限额的和本人没有涉及的没有") Money limit,
        @Schema(description = "剩余") Money left,
        @Schema(description = "本人不设限额；其他不填") Boolean unlimited,
        @Schema(description = "本人没有涉及的：因机构或病种而异的限额，原样列出") Map<String, String> cases,

        @Schema(description = "是否本人的：按本人身份、认定试算所及；否为法规所列、本人没有涉及的")
        boolean own,

        @Schema(description = "不是本人的：未认定或不适用，不能据此享受；其他不填", examples = "未认定")
        String remark,

        String instrument,
        String article) {

    /** Of a class that the person does not hold: what the law lists is not the person's. */
    static final String NOT_HELD = "未认定（或不适用于本人）";
}
