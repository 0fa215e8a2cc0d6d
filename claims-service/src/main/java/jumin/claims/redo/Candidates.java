package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;

/** What the decisions of a person's year, in all records of the person, would be on today's knowledge. Reads only. */
@ApplicationScoped
class Candidates {

    private static final long FROM_THE_BEGINNING = 0;

    private final Settlements settlements;
    private final InsuredPersons persons;
    private final AsKnownToday basis;
    private final RedoItems items;

    Candidates(Settlements settlements, InsuredPersons persons, AsKnownToday basis, RedoItems items) {
        this.settlements = settlements;
        this.persons = persons;
        this.basis = basis;
        this.items = items;
    }

    /** The decisions that stand in the records of a person, and every ledger that they lie in or belong to. */
    record Standing(List<Renewed> decisions, List<PersonYear> ledgers) {

        /** The sums of each person, from those of the records. */
        Map<PersonYear, YearToDate> sums(PersonYears.Ledgers read) {
            var sums = new HashMap<PersonYear, YearToDate>();
            read.own().forEach((ledger, own) -> sums.merge(of(ledger), own.sums(), YearToDate::plus));
            return sums;
        }

        private PersonYear of(PersonYear ledger) {
            return decisions.stream()
                    .map(Renewed::bill)
                    .filter(bill -> bill.years().contains(ledger))
                    .map(bill -> bill.year())
                    .findFirst()
                    .orElse(ledger);
        }
    }

    Standing standing(PersonId person, int benefitYear) {
        var records = PersonYear.of(persons.records(person), benefitYear);
        var decisions = records.stream()
                .flatMap(ledger -> settlements.standing(ledger, FROM_THE_BEGINNING).stream())
                .map(basis::of)
                .sorted(Comparator.comparing(Renewed::since))
                .toList();
        var ledgers = Stream.concat(records.stream(), decisions.stream().flatMap(one -> one.bill().years().stream()))
                .distinct()
                .toList();
        return new Standing(decisions, ledgers);
    }

    /** What somebody with the right has left as it is counts as it is, as long as it would come out the same. */
    Chain of(Standing standing, PersonYears.Ledgers read) {
        var left = items.dismissed(
                standing.decisions().stream().map(one -> one.old().id()).toList());
        return Chain.of(
                standing.sums(read),
                oneForEachCare(standing.decisions()),
                new Chain.Exceptions(Optional.empty(), left));
    }

    /** The same care may have been refused or held before it was paid, or several times: what counts is what it came to. */
    private static List<Renewed> oneForEachCare(List<Renewed> standing) {
        var numbered = new HashMap<List<String>, Care>();
        standing.stream()
                .filter(one -> !paid(one) && isNumbered(one))
                .forEach(one -> numbered.put(visit(one), Care.of(one)));
        Function<Renewed, Care> care =
                one -> paid(one) || isNumbered(one) ? Care.of(one) : numbered.getOrDefault(visit(one), Care.of(one));
        var counting = new HashMap<Care, Renewed>();
        standing.forEach(
                one -> counting.merge(care.apply(one), one, (earlier, later) -> paid(earlier) ? earlier : later));
        return standing.stream()
                .filter(one -> paid(one) || counting.get(care.apply(one)) == one)
                .toList();
    }

    private static boolean isNumbered(Renewed one) {
        var identity = one.bill().bill().identity();
        return identity != null && !identity.stay() && identity.billNumber() != null;
    }

    /** 未支付的同一次门诊: where it was, on which day, and its lines in whatever order; one of them may have come without the bill's number. */
    private static List<String> visit(Renewed one) {
        var bill = one.bill().bill();
        return Stream.concat(
                        Stream.of(
                                bill.providerCode(),
                                bill.careType(),
                                bill.admissionDate().toString()),
                        bill.items().stream()
                                .map(item ->
                                        item.date() + "|" + item.code() + '|' + item.quantity() + '|' + item.amount())
                                .sorted())
                .toList();
    }

    /** The years in which a person has decisions, in whatever record. */
    List<Integer> yearsOf(PersonId person) {
        var years = new TreeSet<Integer>();
        persons.records(person)
                .forEach(record -> settlements.yearsOf(record).forEach(year -> years.add(year.benefitYear())));
        return List.copyOf(years);
    }

    private static boolean paid(Renewed one) {
        return one.old().outcome() == SettlementRow.Outcome.PAID;
    }

    /** 同一次就诊: a stay by its first day; a visit by its bill, since there may be several on one day (ADR 0403). */
    private record Care(String provider, String what) {

        static Care of(Renewed one) {
            var bill = one.bill().bill();
            var identity = bill.identity();
            return new Care(
                    bill.providerCode(),
                    identity == null || identity.stay()
                            ? bill.careType() + "|" + bill.admissionDate()
                            : identity.key());
        }
    }
}
