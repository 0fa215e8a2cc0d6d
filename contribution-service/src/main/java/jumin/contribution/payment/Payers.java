package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.levy.Levies;
import jumin.platform.personal.PersonalData;

/** 参保人 a payment is for: named by levy, id number or person number, in this order. */
@ApplicationScoped
class Payers {

    private final InsuredPersons persons;
    private final Levies levies;
    private final PersonalData personalData;

    Payers(InsuredPersons persons, Levies levies, PersonalData personalData) {
        this.persons = persons;
        this.levies = levies;
        this.personalData = personalData;
    }

    /**
     * Who it is for.
     *
     * @param contradicted what was said names more than one person: nobody gets the money before somebody has looked
     */
    record Found(Optional<InsuredPerson> person, boolean contradicted) {}

    Found of(PaymentSubmission submission, String area) {
        var named = Stream.of(byLevy(submission), byIdNumber(submission, area), byNumber(submission))
                .flatMap(Optional::stream)
                .filter(person -> person.area().equals(area))
                .toList();
        if (named.isEmpty()) {
            return new Found(Optional.empty(), false);
        }
        var oneAndTheSame =
                named.stream().map(InsuredPerson::personId).distinct().count() == 1;
        var first = named.getFirst();
        return oneAndTheSame && namesFit(submission.name(), first.name()) && idFits(submission, first)
                ? new Found(Optional.of(first), false)
                : new Found(Optional.empty(), true);
    }

    /** Whether a repeated voucher is for the person whom it was for the first time; what was not said then or is not said now does not count. */
    boolean sameBeneficiary(Payment known, PaymentSubmission again) {
        var index = indexOf(again.idNumber());
        var sameId = index.isEmpty() || known.statedIdIndex().isEmpty() || index.equals(known.statedIdIndex());
        var levyOf = byLevy(again).map(InsuredPerson::personId);
        var sameLevy = levyOf.isEmpty() || known.personId().isEmpty() || levyOf.equals(known.personId());
        return sameId && sameLevy;
    }

    /** As enrollment indexes it: without blanks, the check letter in upper case. */
    static String normalized(String idNumber) {
        return idNumber == null ? "" : idNumber.strip().toUpperCase(Locale.ROOT);
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

    private boolean idFits(PaymentSubmission submission, InsuredPerson person) {
        var index = indexOf(submission.idNumber());
        return index.isEmpty() || index.equals(person.idBlindIndex());
    }

    /** Blanks and the dots inside names of minorities are written in many ways. */
    private static boolean namesFit(String stated, String registered) {
        return stated == null || stated.isBlank() || Objects.equals(plain(stated), plain(registered));
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s·•．.・]", "");
    }
}
