package jumin.claims.insured;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 参保人, as this service's own read model of enrollment knows it.
 *
 * @param merged records that turned out to be the same person
 */
public record InsuredPerson(
        PersonId id,
        String personNo,
        String area,
        String divisionPath,
        String name,
        String idMasked,
        Optional<LocalDate> birthDate,
        String status,
        List<Recognition> recognitions,
        List<PersonId> merged) {

    public InsuredPerson {
        recognitions = List.copyOf(recognitions);
        merged = List.copyOf(merged);
    }

    public boolean isDeceased() {
        return status.equals("DECEASED");
    }

    /** All records of this person: decisions of each of them count. */
    public List<PersonId> records() {
        return Stream.concat(Stream.of(id), merged.stream()).toList();
    }

    /** The recognitions that hold on a day. */
    public List<Recognition> recognisedOn(LocalDate day) {
        return recognitions.stream().filter(one -> one.holds(day)).toList();
    }
}
