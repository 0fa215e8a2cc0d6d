package jumin.claims.insured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.personal.PersonalData;
import jumin.platform.personal.Written;
import jumin.platform.sql.Sql;

/** Finds insured persons in the read model. Row-level security holds: a hospital's request needs the service's rights. */
@Singleton
public class InsuredPersons {

    /** Of a person {@code i}. */
    public static final String COLUMNS = """
            i.person_id, i.person_no, i.area, i.division_path, i.name, i.id_masked, i.birth_date, i.status, i.recognitions::text,
            i.merged
            """;

    private static final String SELECT = "select " + COLUMNS + "from insured_person i ";
    private static final String STANDING = "status in ('ACTIVE', 'DECEASED')";
    private static final String ORDER = " order by area <> ?, status, area";

    private final Sql database;
    private final ObjectMapper json;
    private final PersonalData personal;

    InsuredPersons(Sql database, ObjectMapper json, PersonalData personal) {
        this.database = database;
        this.json = json;
        this.personal = personal;
    }

    /** A merged record leads to its survivor. */
    public Optional<InsuredPerson> find(PersonId id) {
        return database.first(SELECT + "where person_id = ? and " + STANDING, this::person, id.value())
                .or(() -> database.first(
                        SELECT + "where person_id = survivor_of(?) and " + STANDING, this::person, id.value()));
    }

    /** All records of whom a record means; the record itself where nobody is known by it any more. */
    public List<PersonId> records(PersonId id) {
        return find(id).map(InsuredPerson::records).orElse(List.of(id));
    }

    /** By id number; of several areas the preferred one first. */
    public List<InsuredPerson> byIdNumber(String idNumber, String preferredArea) {
        var index = personal.blindIndex(Written.idNumber(idNumber));
        var own = database.list(
                SELECT + "where id_blind_index = ? and " + STANDING + ORDER, this::person, index, preferredArea);
        return own.isEmpty()
                ? database.list(
                        SELECT + "where person_id in (select survivor_of(m.person_id) from insured_person m"
                                + " where m.id_blind_index = ? and m.status = 'MERGED') and " + STANDING + ORDER,
                        this::person,
                        index,
                        preferredArea)
                : own;
    }

    private InsuredPerson person(ResultSet row) throws SQLException {
        return person(row, 1);
    }

    /** @param at the column of the id; the others follow as in {@link #COLUMNS} */
    public InsuredPerson person(ResultSet row, int at) throws SQLException {
        return new InsuredPerson(
                new PersonId(row.getObject(at, UUID.class)),
                row.getString(at + 1),
                row.getString(at + 2),
                row.getString(at + 3),
                row.getString(at + 4),
                row.getString(at + 5),
                Optional.ofNullable(row.getObject(at + 6, LocalDate.class)),
                row.getString(at + 7),
                recognitions(row.getString(at + 8)),
                Arrays.stream((UUID[]) row.getArray(at + 9).getArray())
                        .map(PersonId::new)
                        .toList());
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
