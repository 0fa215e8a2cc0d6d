package jumin.enrollment.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.recognition.CategoryKinds;
import jumin.platform.audit.Audit;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** 名单所列而未参保: whom departments name in the caller's villages, and who of them is to be visited. */
@ApplicationScoped
public class FindNamedPersons {

    private static final String NAMED = """
            select named.name_masked, named.id_masked, named.area, named.category, named.organ, named.list_month,
                   coalesce(division.name, '') place, named.valid_from, named.valid_to, person.id person_id, named.named_path,
                   named.list_id, named.row_no,
                   case when named.person_id is null then 'UNREGISTERED'
                        when named.verdict in ('NAME_DIFFERS', 'NOT_FOUND') and not exists (
                            select 1 from recognition where recognition.person_id = named.person_id
                              and recognition.category = named.category and recognition.superseded_by is null)
                            then 'NAME_DIFFERS'
                        when not enrolled_anywhere(named.person_id, ?) then 'NOT_ENROLLED'
                        else 'ENROLLED' end state
            from category_named_here() named
            left join division on division.path = named.named_path
            left join person on person.id = named.person_id
            where named.valid_to is null or named.valid_to >= ?
            """;
    private static final String PAGE =
            "select * from (" + NAMED + ") found where state = ? order by named_path, list_id, row_no limit ? offset ?";
    private static final String COUNT = "select count(*) from (" + NAMED + ") found where state = ?";

    private final Sql sql;
    private final CategoryKinds kinds;
    private final CurrentCaller caller;
    private final Audit audit;

    FindNamedPersons(Sql sql, CategoryKinds kinds, CurrentCaller caller, Audit audit) {
        this.sql = sql;
        this.kinds = kinds;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    public Page<NamedPersonView> run(int benefitYear, NamedPersonView.State state, int page, int size) {
        audit.read("named-persons", state, caller.get().scope().division().from());
        var first = LocalDate.of(benefitYear, 1, 1);
        return new Page<>(
                sql.list(PAGE, this::view, benefitYear, first, state, size, (page - 1) * size),
                page,
                size,
                sql.count(COUNT, benefitYear, first, state));
    }

    private NamedPersonView view(ResultSet row) throws SQLException {
        var category = row.getString("category");
        var state = NamedPersonView.State.valueOf(row.getString("state"));
        return new NamedPersonView(
                row.getString("name_masked"),
                row.getString("id_masked"),
                category,
                kinds.of(row.getString("area")).getOrDefault(category, category),
                row.getString("organ"),
                row.getString("list_month"),
                row.getString("place"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                state,
                state.chinese(),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new));
    }
}
