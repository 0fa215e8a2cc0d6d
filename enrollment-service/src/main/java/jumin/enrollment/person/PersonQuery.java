package jumin.enrollment.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jumin.platform.audit.Audit;

/**
 * 查询语句: ranges and equalities only, each with an index of its own; nothing that row-level security would keep from using it.
 *
 * @param sql finds ids in order
 */
record PersonQuery(String sql, List<Object> values) {

    /** What a line of the answer shows, in its order. */
    private static final String COLUMNS = "person.id, person.person_no, person.name, person.id_masked,"
            + " person.birth_date, person.sex, person.division_path";

    private static final String TRAIL = """
            , seen as (
                insert into audit_event (at, actor, action, what, trace_id, subject, division_path, detail)
                select ?, ?, ?, ?, ?, id::text, division_path, '' from (select * from found order by name, id limit ?) shown
            )
            select * from found order by name, id
            """;

    /** Sorts after every character of a name. */
    private static final String BEYOND = "\uDBFF\uDFFF";

    /**
     * Finds and writes into the trail who is shown, in one statement: nobody is seen who is not in it, and one round trip and one
     * commit serve both.
     *
     * @param shown how many of those found are shown
     */
    PersonQuery trailed(Audit.Event reading, int shown) {
        var all = new ArrayList<>(values);
        all.addAll(List.of(reading.at(), reading.actor(), reading.action(), reading.what(), reading.traceId(), shown));
        return new PersonQuery("with found as (" + sql + ')' + TRAIL, all);
    }

    /** @param blindIndex of the id number; empty when that is not asked */
    static PersonQuery of(PersonSearch search, String area, String blindIndex, int most) {
        var tables = new StringBuilder("select " + COLUMNS + " from person");
        var where = new ArrayList<>(List.of("person.status <> 'WITHDRAWN'"));
        var values = new ArrayList<>();
        if (search.initials() != null) {
            tables.append(" join (select distinct person_id from person_initials"
                    + " where initials >= ? and initials < ?) found on found.person_id = person.id");
            var letters = search.initials().toLowerCase(Locale.ROOT);
            values.addAll(List.of(letters, letters + "~"));
        }
        if (!blindIndex.isEmpty()) {
            where.add("person.id in (select survivor_of(holder.id, holder.merged_into) from identity_document document"
                    + " join person holder on holder.id = document.person_id where document.blind_index = ?"
                    + (area.isEmpty() ? "" : " and document.area = ?")
                    + " and document.superseded_by is null)");
            values.add(blindIndex);
            values.addAll(area.isEmpty() ? List.of() : List.of(area));
        }
        if (search.name() != null) {
            where.add("person.name >= ? and person.name < ?");
            values.addAll(List.of(search.name().strip(), search.name().strip() + BEYOND));
        }
        equal(where, values, "person_no", search.personNo());
        equal(where, values, "id_tail", search.idTail());
        equal(where, values, "phone_tail", search.phoneTail());
        var conditions = " where " + String.join(" and ", where);
        values.addAll(List.of(most + 1, (search.pageNumber() - 1) * most));
        return new PersonQuery(tables + conditions + " order by person.name, person.id limit ? offset ?", values);
    }

    private static void equal(
            List<String> where, List<Object> values, String column, @org.jspecify.annotations.Nullable String wanted) {
        if (wanted != null) {
            where.add("person." + column + " = ?");
            values.add(wanted.strip().toUpperCase(Locale.ROOT));
        }
    }
}
