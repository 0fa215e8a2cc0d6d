package jumin.claims.accumulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 一项年度限额: what is used of it and what is left. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "年度限额：已用与剩余；限额因人而异的列在 cases，按类别")
public record YearlyLimit(
        @Schema(description = "累计项", examples = "pool_paid_ytd")
        String accumulator,

        @Schema(description = "限额名称") String title,
        @Schema(description = "已用") Money used,
        @Schema(description = "限额；因人、因机构或病种而异的没有") Money limit,
        @Schema(description = "剩余") Money left,
        @Schema(description = "因人、因机构或病种而异的限额，原样列出") Map<String, String> cases,
        String instrument,
        String article) {}
