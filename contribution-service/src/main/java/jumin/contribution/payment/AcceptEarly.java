package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.contribution.insured.IdentityLocks;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.personyear.PersonYears;
import jumin.platform.audit.Audit;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 认可征缴期前缴费: somebody of the county has looked and says that the money is for this year. It leaves suspense for the levy;
 * what cover follows from so early a payment is for the law of the area to say.
 */
@ApplicationScoped
public class AcceptEarly {

    private static final UUID NOBODY = new UUID(0, 0);

    private final PaymentPositions positions;
    private final InsuredPersons persons;
    private final IdentityLocks identities;
    private final PersonYears personYears;
    private final Sql database;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    AcceptEarly(
            PaymentPositions positions,
            InsuredPersons persons,
            IdentityLocks identities,
            PersonYears personYears,
            Sql database,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.positions = positions;
        this.persons = persons;
        this.identities = identities;
        this.personYears = personYears;
        this.database = database;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** 认可. */
    public record Acceptance(
            @NotEmpty @Size(max = 500) @Schema(description = "税票号")
            List<@NotNull @Size(max = 40) String> voucherNos,

            @NotBlank(message = "须写明核对依据") @Size(max = 200) @Schema(description = "核对依据")
            String note) {}

    /** Why a voucher was left as it is. */
    public record Unfit(String voucherNo, String reason) {}

    /** @param repeated accepted before, by whomever */
    public record AcceptanceAnswer(int accepted, int repeated, List<Unfit> unfit) {}

    @Transactional
    public AcceptanceAnswer run(Acceptance acceptance) {
        var unfit = new ArrayList<Unfit>();
        var early = new ArrayList<PaymentPosition>();
        held(acceptance.voucherNos())
                .forEach((voucher, found) -> why(found)
                        .ifPresentOrElse(
                                reason -> unfit.add(new Unfit(voucher, reason)), () -> early.add(found.orElseThrow())));
        // Years, and in them persons in the order of their ids, as everybody locks them.
        early.sort(Comparator.comparingInt(PaymentPosition::benefitYear)
                .thenComparing(payment -> payment.personId().orElse(NOBODY).toString()));
        var accepted = (int) early.stream()
                .filter(payment -> accept(payment, acceptance.note()))
                .count();
        return new AcceptanceAnswer(accepted, early.size() - accepted, unfit);
    }

    /** As they stand once nobody can change any more whose they are: a merge takes money along. */
    private Map<String, Optional<PaymentPosition>> held(List<String> voucherNos) {
        var held = new HashSet<UUID>();
        while (true) {
            var found = new LinkedHashMap<String, Optional<PaymentPosition>>();
            voucherNos.forEach(voucher -> found.computeIfAbsent(voucher, positions::byVoucher));
            var owners = found.values().stream()
                    .flatMap(Optional::stream)
                    .flatMap(payment -> payment.personId().stream())
                    .collect(Collectors.toSet());
            if (held.containsAll(owners)) {
                return found;
            }
            identities.holdPersons(owners);
            held.addAll(owners);
        }
    }

    private Optional<String> why(Optional<PaymentPosition> found) {
        if (found.isEmpty()) {
            return Optional.of("没有此缴费，或不在您的辖区");
        }
        var payment = found.get();
        if (payment.personId().isEmpty()) {
            return Optional.of("还没有归属到人，请先归属");
        }
        if (payment.reversed()) {
            return Optional.of("已冲正");
        }
        return payment.held() || accepted(payment) ? Optional.empty() : Optional.of("不是征缴期前缴费，无须认可");
    }

    private boolean accepted(PaymentPosition payment) {
        return database.first("select 1 from payment_acceptance where payment_id = ?", row -> true, payment.id())
                .isPresent();
    }

    private boolean accept(PaymentPosition payment, String note) {
        var person = persons.find(payment.personId().orElseThrow()).orElseThrow();
        personYears.lock(person, payment.benefitYear());
        var fresh = database.update(
                        """
                        insert into payment_acceptance (payment_id, division_path, organ, note, accepted_by, accepted_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        payment.id(),
                        payment.divisionPath(),
                        payment.organ(),
                        note,
                        caller.get().id(),
                        OffsetDateTime.now(clock))
                == 1;
        if (fresh) {
            audit.changed("payment", payment.id(), payment.divisionPath(), "认可征缴期前缴费：" + note);
            personYears.assess(person.personId(), payment.benefitYear());
        }
        return fresh;
    }
}
