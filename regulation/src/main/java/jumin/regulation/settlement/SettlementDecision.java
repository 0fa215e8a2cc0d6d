package jumin.regulation.settlement;

import java.util.List;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.Worksheet;

/** 待遇核算的结论：支付、不予支付、暂缓。 */
public sealed interface SettlementDecision {

    Outcome outcome();

    default Amounts amounts() {
        return outcome().amounts();
    }

    default Worksheet worksheet() {
        return outcome().worksheet();
    }

    /** 年度累计的增加 */
    default List<Accumulated> increments() {
        return outcome().increments().list();
    }

    default String release() {
        return outcome().release();
    }

    /** The causes of a refusal or a hold, and notes on a payment. */
    List<Denial> denials();

    /** The canonical text of the whole decision, for storing and for replay. */
    default String canonicalJson() {
        return SettlementJson.of(this).canonical();
    }

    /** 支付；{@code notes} say what was cut. */
    record Paid(Outcome outcome, List<Denial> notes) implements SettlementDecision {

        public Paid {
            notes = List.copyOf(notes);
        }

        @Override
        public List<Denial> denials() {
            return notes;
        }
    }

    /** 不予支付。 */
    record Refused(Outcome outcome, Denial cause) implements SettlementDecision {

        @Override
        public List<Denial> denials() {
            return List.of(cause);
        }
    }

    /** 暂缓：neither paid nor refused until what the cause names is cured. */
    record Held(Outcome outcome, Denial cause) implements SettlementDecision {

        @Override
        public List<Denial> denials() {
            return List.of(cause);
        }
    }

    /** 金额、核算单、累计和规则版本。 */
    record Outcome(
            String release, boolean placeholdersUsed, Amounts amounts, Worksheet worksheet, Increments increments) {}
}
