package jumin.claims.insured;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 参保人, as this service's own read model of enrollment knows it. */
public record InsuredPerson(
        PersonId id,
        String personNo,
        String area,
        String divisionPath,
        String name,
        String idMasked,
        Optional<LocalDate> birthDate,
        String status,
        List<Recognition> recognitions) {

    public InsuredPerson {
        recognitions = List.copyOf(recognitions);
    }

    /** The recognitions that hold on a day. */
    public List<Recognition> recognisedOn(LocalDate day) {
        return recognitions.stream().filter(one -> one.holds(day)).toList();
    }
}
