package jumin.claims.insured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.Sql;

/** Finds insured persons in the read model. Row-level security holds: a hospital's request needs the service's rights. */
@ApplicationScoped
public class InsuredPersons {

    private static final String COLUMNS = """
            select person_id, person_no, area, division_path, name, id_masked, birth_date, status, recognitions::text
            from insured_person
            """;

    private final Sql database;
    private final ObjectMapper json;
    private final PersonalData personal;

    InsuredPersons(Sql database, ObjectMapper json, PersonalData personal) {
        this.database = database;
        this.json = json;
        this.personal = personal;
    }

    public Optional<InsuredPerson> find(PersonId id) {
        return database.first(
                COLUMNS + "where person_id = ? and status in ('ACTIVE', 'DECEASED')", this::person, id.value());
    }

    /** By id number; of several areas the preferred one first. */
    public List<InsuredPerson> byIdNumber(String idNumber, String preferredArea) {
        var order = "where id_blind_index = ? and status in ('ACTIVE', 'DECEASED') order by area <> ?, status, area";
        return database.list(COLUMNS + order, this::person, personal.blindIndex(normalized(idNumber)), preferredArea);
    }

    /** 证件号码 in the one form that enrollment indexes: full-width letters and digits, blanks and a small x are what people type. */
    public static String normalized(String idNumber) {
        return Normalizer.normalize(idNumber, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u200B\\uFEFF']", "")
                .toUpperCase(Locale.ROOT);
    }

    private InsuredPerson person(ResultSet row) throws SQLException {
        return new InsuredPerson(
                new PersonId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Optional.ofNullable(row.getObject(7, LocalDate.class)),
                row.getString(8),
                recognitions(row.getString(9)));
    }

    private List<Recognition> recognitions(String stored) {
        try {
            var list = new ArrayList<Recognition>();
            json.readTree(stored).forEach(one -> list.add(Recognition.read(one)));
            return list;
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
