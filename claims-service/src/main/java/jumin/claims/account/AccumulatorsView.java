package jumin.claims.account;

import java.util.List;
import java.util.Map;
import jumin.claims.insured.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 年度累计 of a person. */
@Schema(description = "个人年度累计（5206）：sums 为各累计项（金额为元，次数为整数），limits 为各限额的已用与剩余")
public record AccumulatorsView(
        PersonId personId, int benefitYear, Map<String, String> sums, List<YearlyLimit> limits, String lawRelease) {}
