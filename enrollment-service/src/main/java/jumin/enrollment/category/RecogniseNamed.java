package jumin.enrollment.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonStatus;
import jumin.enrollment.person.Persons;
import jumin.enrollment.recognition.Recognition;
import jumin.enrollment.recognition.Recognitions;
import jumin.enrollment.subsidy.DecideSubsidies;

/**
 * 登记时认定: whom a standing list names is recognised from the day the list says, however late the person is registered, whoever
 * else no longer recognises the person, and once number and name are put right.
 */
@ApplicationScoped
public class RecogniseNamed {

    private final Persons persons;
    private final NamedRows named;
    private final Recognitions recognitions;
    private final DecideSubsidies subsidies;

    RecogniseNamed(Persons persons, NamedRows named, Recognitions recognitions, DecideSubsidies subsidies) {
        this.persons = persons;
        this.named = named;
        this.recognitions = recognitions;
        this.subsidies = subsidies;
    }

    /** Of whom a list may speak: registered or not. */
    public record Whose(String blindIndex, String name) {}

    /** Whether a department says so of somebody for one of these days, by what stands recorded or by a list in force. */
    @Transactional
    public boolean isNamed(String area, Whose whose, LocalDate first, LocalDate last) {
        var person = persons.byIdentity(area, whose.blindIndex());
        var known = person.map(one -> recognitions.of(List.of(one.id())).getOrDefault(one.id(), List.of()))
                .orElse(List.of());
        return known.stream().anyMatch(one -> one.touches(first, last))
                || named.of(area, List.of(whose.blindIndex())).getOrDefault(whose.blindIndex(), List.of()).stream()
                        .filter(row -> MatchRows.sameName(row.name(), whose.name()))
                        .anyMatch(row -> !row.from().isAfter(last)
                                && row.to().filter(first::isAfter).isEmpty());
    }

    /** Of who is being registered, before it is decided who pays: recognises, and tells the other services. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void registered(String area, List<Person> people) {
        tellOf(area, add(area, people));
    }

    /** Recognises, tells the other services, and decides the subsidies again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void run(String area, Collection<PersonId> ids) {
        var changed = add(area, ids);
        tellOf(area, changed);
        subsidies.ofPersons(changed);
    }

    private void tellOf(String area, List<PersonId> changed) {
        if (!changed.isEmpty()) {
            recognitions.publish(area, changed);
        }
    }

    /** Recognises only; whom. */
    List<PersonId> add(String area, Collection<PersonId> ids) {
        return add(area, persons.ofIds(List.copyOf(ids)));
    }

    private List<PersonId> add(String area, List<Person> all) {
        var people = all.stream()
                .filter(person -> person.status() == PersonStatus.ACTIVE)
                .toList();
        var rows = named.of(
                area, people.stream().map(Person::idBlindIndex).distinct().toList());
        if (rows.isEmpty()) {
            return List.of();
        }
        var standing = recognitions.of(people.stream().map(Person::id).toList());
        var wanted = new LinkedHashMap<String, Recognitions.NewRecognition>();
        for (var person : people) {
            var own = standing.getOrDefault(person.id(), List.of());
            for (var row : rows.getOrDefault(person.idBlindIndex(), List.of())) {
                recognition(person, row, own).ifPresent(one -> wanted.putIfAbsent(person.id() + one.category(), one));
            }
        }
        return recognitions.addMissing(List.copyOf(wanted.values()));
    }

    private static Optional<Recognitions.NewRecognition> recognition(
            Person person, NamedRows.Named row, List<Recognition> own) {
        if (!MatchRows.sameName(row.name(), person.name())) {
            return Optional.empty();
        }
        return from(row, own)
                .map(from -> new Recognitions.NewRecognition(
                        person.id(), row.category(), row.organ(), row.list(), from, row.to(), row.unemployed()));
    }

    /** From the day on which nothing else of the category stands any more; empty when all of it is known. */
    private static Optional<LocalDate> from(NamedRows.Named row, List<Recognition> own) {
        var last = row.to().orElse(LocalDate.MAX);
        var known = own.stream()
                .filter(one -> one.category().equals(row.category()) && one.touches(row.from(), last))
                .toList();
        if (known.stream().anyMatch(one -> one.to().isEmpty())) {
            return Optional.empty();
        }
        return known.stream()
                .flatMap(one -> one.to().stream())
                .max(LocalDate::compareTo)
                .map(day -> day.plusDays(1))
                .or(() -> Optional.of(row.from()))
                .filter(from -> !from.isAfter(last));
    }
}
