package jumin.claims;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jumin.claims.law.Laws;
import jumin.claims.law.UsedLaw;
import jumin.platform.sql.Sql;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class LawsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 20);

    @Inject
    Laws laws;

    @Inject
    Sql database;

    @Inject
    ObjectMapper json;

    @Test
    @DisplayName("法规修订以后，旧版本的文本仍在，旧决定可以复算；没有保存的版本说没有")
    void anOldReleaseIsReadFromItsKeptTexts() throws JsonProcessingException {
        var current = laws.on("360900", DAY).orElseThrow();
        var texts = json.readValue(
                database.first(
                                "select texts::text from law_release where release = ?",
                                row -> row.getString(1),
                                current.release())
                        .orElseThrow(),
                new TypeReference<Map<String, String>>() {});
        texts.replaceAll((path, text) -> text.replace("title: 统筹基金年度最高支付限额", "title: 旧称年度限额"));
        var old = LawLibrary.load(texts::get).law("360900", DAY, true).release();
        assertThat(old, not(current.release()));

        database.update(
                "insert into law_release values (?, '360900', ?::jsonb, now())", old, json.writeValueAsString(texts));

        var recalled = laws.asUsed(new UsedLaw("360900", old, DAY, true)).orElseThrow();
        assertThat(recalled.release(), is(old));
        assertThat(recalled.get("pool.annual_cap").title(), is("旧称年度限额"));
        assertThat(laws.asUsed(new UsedLaw("360900", "nobody@1", DAY, true)), is(Optional.empty()));
    }
}
