package jumin.contribution.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.contribution.insured.IdentityLocks;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.personyear.PersonYears;
import jumin.platform.feed.Change;

/**
 * What the changes of a page will lock, locked before the first of them: identities, then the years of the persons, as whoever books
 * money does. Change by change, a merge would wait for a payment of a person whose year an earlier change of the page holds.
 */
@ApplicationScoped
class PageLocks {

    private static final Set<String> ABOUT_PERSONS = Set.of("person", "enrollment", "category");

    private final InsuredPersons persons;
    private final IdentityLocks identities;
    private final PersonYears personYears;

    PageLocks(InsuredPersons persons, IdentityLocks identities, PersonYears personYears) {
        this.persons = persons;
        this.identities = identities;
        this.personYears = personYears;
    }

    void take(List<Change> changes) {
        var news = changes.stream()
                .filter(change -> change.kind().equals("person"))
                .toList();
        var merging = news.stream()
                .filter(change -> !text(change, "mergedInto").isEmpty())
                .flatMap(change -> Stream.of(id(change, "personId"), id(change, "mergedInto")))
                .collect(Collectors.toSet());
        var named = news.stream().map(change -> id(change, "personId")).collect(Collectors.toSet());
        named.addAll(merging);
        var kin = new HashSet<>(persons.kin(named));
        kin.addAll(merging);
        identities.change(kin, newNumbers(news));
        changes.stream()
                .filter(change -> ABOUT_PERSONS.contains(change.kind()))
                .map(change -> id(change, "personId"))
                .forEach(kin::add);
        personYears.lockAll(kin);
    }

    /** Blind indexes of id numbers that these persons did not have here. */
    private Set<String> newNumbers(List<Change> news) {
        if (news.isEmpty()) {
            return Set.of();
        }
        var known = persons
                .find(news.stream().map(change -> id(change, "personId")).toList())
                .stream()
                .collect(Collectors.toMap(InsuredPerson::personId, InsuredPerson::idBlindIndex));
        return news.stream()
                .filter(change -> !Optional.ofNullable(known.get(id(change, "personId")))
                        .equals(Optional.of(text(change, "idBlindIndex"))))
                .map(change -> text(change, "idBlindIndex"))
                .collect(Collectors.toSet());
    }

    private static UUID id(Change change, String field) {
        return UUID.fromString(text(change, field));
    }

    private static String text(Change change, String field) {
        var value = change.payload().path(field);
        return value.isTextual() ? value.asText() : "";
    }
}
