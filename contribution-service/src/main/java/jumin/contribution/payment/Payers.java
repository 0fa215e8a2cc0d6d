package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.contribution.insured.IdentityLocks;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.levy.Levies;
import jumin.platform.personal.PersonalData;
import jumin.platform.personal.Written;

/** 参保人 a payment is for: named by levy, id number or person number, in this order. */
@ApplicationScoped
class Payers {

    private final InsuredPersons persons;
    private final Levies levies;
    private final PersonalData personalData;
    private final IdentityLocks identities;

    Payers(InsuredPersons persons, Levies levies, PersonalData personalData, IdentityLocks identities) {
        this.persons = persons;
        this.levies = levies;
        this.personalData = personalData;
        this.identities = identities;
    }

    /**
     * Who it is for.
     *
     * @param named the record that the payment names, which may have been merged into the person's
     * @param contradicted what was said names more than one person: nobody gets the money before somebody has looked
     */
    record Found(Optional<InsuredPerson> person, Optional<UUID> named, boolean contradicted) {}

    Found of(PaymentSubmission submission, String area) {
        var named = Stream.of(byLevy(submission), byIdNumber(submission, area), byNumber(submission))
                .flatMap(Optional::stream)
                .filter(person -> person.area().equals(area))
                .toList();
        if (named.isEmpty()) {
            return new Found(Optional.empty(), Optional.empty(), false);
        }
        var first = named.getFirst();
        var now = persons.now(first);
        var oneAndTheSame =
                named.stream().map(persons::now).map(InsuredPerson::personId).allMatch(now.personId()::equals);
        var who = Stream.concat(named.stream(), Stream.of(now)).toList();
        return oneAndTheSame && nameFits(submission, who) && idFits(submission, who)
                ? new Found(Optional.of(now), Optional.of(first.personId()), false)
                : new Found(Optional.empty(), Optional.empty(), true);
    }

    /** From here on nobody changes who they are until the transaction ends. */
    void hold(PaymentSubmission submission, Found found) {
        var ids = Stream.concat(found.person().map(InsuredPerson::personId).stream(), found.named().stream())
                .distinct()
                .toList();
        var index = indexOf(submission.idNumber());
        if (!ids.isEmpty()) {
            identities.holdPersons(ids);
        } else if (!index.isEmpty()) {
            identities.holdIdNumber(index);
        }
    }

    /** Whether they still are who they were when they were found. */
    boolean stands(PaymentSubmission submission, String area, Found found) {
        return found.named()
                .map(named -> persons.owner(named).equals(found.person().map(InsuredPerson::personId)))
                .orElseGet(() ->
                        found.contradicted() || byIdNumber(submission, area).isEmpty());
    }

    /** Whether a repeated voucher is for the person whom it was for the first time; what was not said then or is not said now does not count. */
    boolean sameBeneficiary(Payment known, PaymentSubmission again) {
        var index = indexOf(again.idNumber());
        var sameId = index.isEmpty() || known.statedIdIndex().isEmpty() || index.equals(known.statedIdIndex());
        return sameId && namesNobodyElse(known, byLevy(again)) && namesNobodyElse(known, byNumber(again));
    }

    /** Whether a reversal is for the person whom the original is for; what is not said does not count. */
    boolean sameBeneficiaryAs(Payment original, PaymentSubmission reversal) {
        var index = indexOf(reversal.idNumber());
        var area = original.place().area();
        var sameId = index.isEmpty()
                || index.equals(original.statedIdIndex())
                || isOf(original, byIdNumber(reversal, area))
                || original.personId().isEmpty() && original.statedIdIndex().isEmpty();
        var person = original.personId().flatMap(persons::find);
        var stated = Optional.ofNullable(reversal.name()).orElse("");
        var sameName = stated.isBlank()
                || person.isEmpty() && original.stated().name().isBlank()
                || Written.sameName(stated, original.stated().name())
                || person.filter(known -> Written.sameName(stated, known.name()))
                        .isPresent();
        return sameId
                && sameName
                && namesNobodyElse(original, byLevy(reversal))
                && namesNobodyElse(original, byNumber(reversal));
    }

    private boolean namesNobodyElse(Payment known, Optional<InsuredPerson> named) {
        return named.isEmpty() || known.personId().isEmpty() || isOf(known, named);
    }

    private boolean isOf(Payment known, Optional<InsuredPerson> named) {
        var who = named.map(persons::now).map(InsuredPerson::personId);
        return who.isPresent() && who.equals(known.personId());
    }

    /** As enrollment indexes it. */
    static String normalized(String idNumber) {
        return idNumber == null ? "" : Written.idNumber(idNumber);
    }

    private Optional<InsuredPerson> byLevy(PaymentSubmission submission) {
        return Optional.ofNullable(submission.levyId())
                .flatMap((UUID levy) -> levies.personOf(levy))
                .flatMap(persons::find);
    }

    private Optional<InsuredPerson> byIdNumber(PaymentSubmission submission, String area) {
        var index = indexOf(submission.idNumber());
        return index.isEmpty() ? Optional.empty() : persons.byIdNumber(index, area);
    }

    private Optional<InsuredPerson> byNumber(PaymentSubmission submission) {
        return Optional.ofNullable(submission.personNo())
                .filter(number -> !number.isBlank())
                .flatMap(persons::byPersonNo);
    }

    private String indexOf(String idNumber) {
        var number = normalized(idNumber);
        return number.isEmpty() ? "" : personalData.blindIndex(number);
    }

    private boolean idFits(PaymentSubmission submission, List<InsuredPerson> who) {
        var index = indexOf(submission.idNumber());
        return index.isEmpty() || who.stream().map(InsuredPerson::idBlindIndex).anyMatch(index::equals);
    }

    private static boolean nameFits(PaymentSubmission submission, List<InsuredPerson> who) {
        var stated = submission.name();
        return stated == null
                || stated.isBlank()
                || who.stream().anyMatch(person -> Written.sameName(stated, person.name()));
    }
}
