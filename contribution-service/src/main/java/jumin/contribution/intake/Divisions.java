package jumin.contribution.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jumin.platform.sql.Sql;

/** 行政区划 of the read model. */
@ApplicationScoped
class Divisions {

    private final Sql database;

    Divisions(Sql database) {
        this.database = database;
    }

    void put(JsonNode division) {
        database.update(
                """
                insert into division (code, parent, name, level, path) values (?, ?, ?, ?, ?)
                on conflict (code) do update set parent = excluded.parent, name = excluded.name,
                       level = excluded.level, path = excluded.path
                """,
                division.path("code").asText(),
                division.path("parent").asText(null),
                division.path("name").asText(),
                division.path("level").asText(),
                division.path("path").asText());
    }
}
