package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.contribution.insured.IdentityLocks;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.personyear.PersonYears;

/**
 * The years that a refund concerns: of the record it was asked for, and of the one that was kept when both were merged. A merge
 * moves the payments, not the refunds, so the money is taken from the one and the cover may hang on the other.
 */
@ApplicationScoped
class RefundYears {

    private final InsuredPersons persons;
    private final IdentityLocks identities;
    private final PersonYears personYears;

    RefundYears(InsuredPersons persons, IdentityLocks identities, PersonYears personYears) {
        this.persons = persons;
        this.identities = identities;
        this.personYears = personYears;
    }

    /** In the same order as everywhere: identity, then the years, before the papers and the payments. */
    void lock(RefundCase refund) {
        identities.holdPersons(refund.personId().stream().toList());
        var concerned = concerned(refund);
        if (!concerned.isEmpty()) {
            personYears.lock(persons.find(concerned), refund.benefitYear());
        }
    }

    void assess(RefundCase refund) {
        concerned(refund).forEach(person -> personYears.assess(person, refund.benefitYear()));
    }

    /** Whose money it is now. */
    Optional<UUID> owner(RefundCase refund) {
        return refund.personId().flatMap(persons::find).map(persons::now).map(InsuredPerson::personId);
    }

    private List<UUID> concerned(RefundCase refund) {
        return Stream.concat(refund.personId().stream(), owner(refund).stream())
                .distinct()
                .toList();
    }
}
