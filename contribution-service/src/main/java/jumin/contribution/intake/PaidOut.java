package jumin.contribution.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Posting;
import jumin.platform.feed.Change;
import jumin.regulation.Money;

/**
 * 拨付: of a provider's month what is deducted and retained once it is approved, what is paid and what the bank sends back of it; of
 * its year what is released of the retained; of a person what is due, paid,
 * to be recovered and recovered. Each message is the whole state, so a step that was not heard of is booked with the next.
 */
@ApplicationScoped
class PaidOut {

    private static final SpentMoney.Move DEDUCTED =
            new SpentMoney.Move(Account.BENEFIT_DEDUCTIONS, Account.PROVIDER_PAYABLE, "DEDUCTED");
    private static final SpentMoney.Move RETAINED =
            new SpentMoney.Move(Account.PROVIDER_RETENTION, Account.PROVIDER_PAYABLE, "RETAINED");
    private static final SpentMoney.Move PAID =
            new SpentMoney.Move(Account.EXPENDITURE_ACCOUNT, Account.PROVIDER_PAYABLE, "PAID_TO_PROVIDER");
    private static final SpentMoney.Move RELEASED =
            new SpentMoney.Move(Account.PROVIDER_PAYABLE, Account.PROVIDER_RETENTION, "RETENTION_RELEASED");
    private static final SpentMoney.Move FORFEITED =
            new SpentMoney.Move(Account.BENEFIT_DEDUCTIONS, Account.PROVIDER_RETENTION, "RETENTION_FORFEITED");
    private static final SpentMoney.Move DUE =
            new SpentMoney.Move(Account.PERSON_PAYABLE, Account.PROVIDER_PAYABLE, "DUE_TO_PERSON");
    private static final SpentMoney.Move PAID_TO_PERSON =
            new SpentMoney.Move(Account.EXPENDITURE_ACCOUNT, Account.PERSON_PAYABLE, "PAID_TO_PERSON");
    private static final SpentMoney.Move TO_RECOVER =
            new SpentMoney.Move(Account.PROVIDER_PAYABLE, Account.PERSON_RECOVERABLE, "TO_RECOVER");
    private static final SpentMoney.Move TO_RECOVER_BY_FINDING =
            new SpentMoney.Move(Account.BENEFIT_DEDUCTIONS, Account.PERSON_RECOVERABLE, "TO_RECOVER_BY_FINDING");
    private static final SpentMoney.Move DUE_SET_OFF =
            new SpentMoney.Move(Account.PROVIDER_PAYABLE, Account.PERSON_PAYABLE, "DUE_SET_OFF");
    private static final SpentMoney.Move RECOVERED_BEFORE =
            new SpentMoney.Move(Account.PROVIDER_PAYABLE, Account.BENEFIT_DEDUCTIONS, "RECOVERED_BY_FINDING_BEFORE");
    private static final SpentMoney.Move RECOVERED =
            new SpentMoney.Move(Account.PERSON_RECOVERABLE, Account.EXPENDITURE_ACCOUNT, "RECOVERED");

    private static final SpentMoney.Move RECOVERABLE_SET_OFF =
            new SpentMoney.Move(Account.PERSON_RECOVERABLE, Account.PROVIDER_PAYABLE, "RECOVERABLE_SET_OFF");

    private static final SpentMoney.Move FROM_THIRD_PARTY = new SpentMoney.Move(
            Account.THIRD_PARTY_RECOVERED, Account.EXPENDITURE_ACCOUNT, "RECOVERED_FROM_THIRD_PARTY");

    private final SpentMoney spent;

    PaidOut(SpentMoney spent) {
        this.spent = spent;
    }

    /** 月度结算单: paid by the city's pool, whatever counties its patients are of. */
    void statement(JsonNode view) {
        var state = view.path("state").asText();
        if (state.equals("MADE") || state.equals("REJECTED")) {
            return;
        }
        var month = YearMonth.parse(view.path("month").asText());
        var cause = new SpentMoney.Cause(UUID.fromString(view.path("id").asText()), month.atEndOfMonth());
        for (var part : parts(view, month.getYear())) {
            spent.onceInYear(DEDUCTED, part.whose(), money(part.amounts(), "deduction"), cause);
            spent.onceInYear(RETAINED, part.whose(), money(part.amounts(), "retention"), cause);
            var payable = money(part.amounts(), "payable");
            if (state.equals("PAID")) {
                spent.onceInYear(PAID, part.whose(), payable, cause);
            }
            payments(view, part.whose(), payable, cause);
        }
    }

    /** What of a provider's payable is for the care of one benefit year. */
    private record Part(Posting.Whose whose, JsonNode amounts) {}

    /** By the benefit year of the care; a message of before benefit years were told is all of one. */
    private List<Part> parts(JsonNode view, int otherwise) {
        var area = view.path("area").asText();
        if (view.path("years").isEmpty()) {
            return List.of(new Part(spent.ofCity(area, otherwise), view));
        }
        return StreamSupport.stream(view.path("years").spliterator(), false)
                .map(part ->
                        new Part(spent.ofCity(area, part.path("benefitYear").asInt()), part))
                .toList();
    }

    /** 预留返还: by the year's assessment a share of what was retained is owed again, and paid; the rest takes back from the expenditure. */
    void retention(JsonNode view) {
        var state = view.path("state").asText();
        if (state.equals("MADE") || state.equals("REJECTED")) {
            return;
        }
        var year = view.path("year").asInt();
        var cause = new SpentMoney.Cause(
                UUID.fromString(view.path("id").asText()),
                LocalDate.parse(view.path("madeOn").asText()));
        for (var part : parts(view, year)) {
            var released = money(part.amounts(), "released");
            spent.onceInYear(RELEASED, part.whose(), released, cause);
            spent.onceInYear(FORFEITED, part.whose(), money(part.amounts(), "forfeited"), cause);
            if (state.equals("PAID")) {
                spent.onceInYear(PAID, part.whose(), released, cause);
            }
            payments(view, part.whose(), released, cause);
        }
    }

    /**
     * 历次拨付与银行退汇, one benefit year's part of each: the first payment has the id of what it pays, each other one and each return its own; a return entered by
     * mistake is undone under its own id.
     */
    private void payments(JsonNode view, Posting.Whose whose, Money amount, SpentMoney.Cause first) {
        for (var payment : view.path("payments")) {
            var id = UUID.fromString(payment.path("id").asText());
            spent.onceInYear(PAID, whose, amount, id.equals(first.id()) ? first : cause(payment, "paidOn"));
            for (var returned : payment.path("returns")) {
                spent.onceInYear(PAID.turned(), whose, amount, cause(returned, "on"));
                if (returned.hasNonNull("withdrawnOn")) {
                    spent.onceInYear(PAID, whose, amount, cause(returned, "withdrawnOn"));
                }
            }
        }
    }

    private static SpentMoney.Cause cause(JsonNode step, String on) {
        return new SpentMoney.Cause(
                UUID.fromString(step.path("id").asText()),
                LocalDate.parse(step.path(on).asText()));
    }

    /**
     * 应付个人、应追回: what a settlement had made payable to nobody in particular, or what a redone one has paid too much. What a finding
     * takes back reduces the expenditure like a deduction; a redo that comes to less afterwards has that part taken back already.
     */
    void person(Change change) {
        var payout = change.payload();
        var on = LocalDate.parse(payout.path("on").asText());
        var cause = new SpentMoney.Cause(UUID.fromString(payout.path("payoutId").asText()), on);
        var whose = spent.ofPerson(payout.path("area").asText(), change.subject(), benefitYear(payout, on));
        var amount = money(payout, "amount");
        var recover = payout.path("direction").asText().equals("TO_RECOVER");
        var finding = payout.hasNonNull("finding");
        var setOff = payout.path("state").asText().equals("SET_OFF");
        if (recover && setOff) {
            spent.once(RECOVERED_BEFORE, whose, amount, cause);
            return;
        }
        spent.once(recover ? finding ? TO_RECOVER_BY_FINDING : TO_RECOVER : DUE, whose, amount, cause);
        switch (payout.path("state").asText()) {
            case "SET_OFF" -> spent.once(DUE_SET_OFF, whose, amount, cause);
            case "PAID" -> spent.once(PAID_TO_PERSON, whose, money(payout, "amount"), cause);
            case "BOUNCED" -> {
                // Paid, and sent back by the bank: what is due again comes as a payout of its own.
                spent.once(PAID_TO_PERSON, whose, amount, cause);
                spent.once(PAID_TO_PERSON.turned(), whose, amount, cause);
                spent.once(DUE_SET_OFF, whose, amount, cause);
            }
            case "RECOVERED" -> {
                if (!payout.path("byReceipts").asBoolean()) {
                    spent.once(RECOVERED, whose, amount, cause);
                }
            }
            default -> {
                // On its way: nothing has moved yet.
            }
        }
    }

    /** 追偿到账（社会保险法第三十条第二款）: each receipt of a recourse has a voucher of its own. One that was typed wrongly is undone under its own id. */
    void recourse(Change change) {
        received(change, "recourseId", FROM_THIRD_PARTY);
    }

    /** 追回到账: a person may pay back in parts, each with a voucher of its own; or it is laid against what a later redo owes the person. */
    void receipt(Change change) {
        received(change, "payoutId", change.payload().path("setOff").asBoolean() ? RECOVERABLE_SET_OFF : RECOVERED);
    }

    private void received(Change change, String of, SpentMoney.Move move) {
        var receipt = change.payload();
        var on = LocalDate.parse(receipt.path("receivedOn").asText());
        var cause = new SpentMoney.Cause(id(receipt, of), on);
        var whose = spent.ofPerson(receipt.path("area").asText(), change.subject(), benefitYear(receipt, on));
        spent.once(move, whose, money(receipt, "amount"), cause);
        if (receipt.path("reversed").asBoolean()) {
            spent.once(move.turned(), whose, money(receipt, "amount"), cause);
        }
    }

    /** A receipt of before receipts had ids is known by its voucher. */
    private static UUID id(JsonNode receipt, String of) {
        var name = receipt.path(of).asText() + "/" + receipt.path("voucher").asText();
        return receipt.hasNonNull("receiptId")
                ? UUID.fromString(receipt.path("receiptId").asText())
                : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the care, whenever the money moves; a message of before it was told stands under the year of its day. */
    private static int benefitYear(JsonNode message, LocalDate on) {
        return message.path("benefitYear").asInt(on.getYear());
    }

    private static Money money(JsonNode view, String field) {
        return Money.yuan(view.path(field).asText("0.00"));
    }
}
