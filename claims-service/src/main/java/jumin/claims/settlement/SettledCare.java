package jumin.claims.settlement;

import java.util.List;
import jumin.claims.suspicion.Suspect;

/** 刚结算而有疑点的就诊: told in the transaction that settles it, to whoever reviews. */
public record SettledCare(SettlementRow row, List<Suspect> suspects) {}
