package jumin.claims;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import jumin.claims.adjudication.DecisionDocument;
import jumin.claims.adjudication.DecisionDocuments;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class DecisionDocumentsTest {

    /** Of the texts that were packed with it, wherever they are stored: a dictionary is added to, never changed. */
    private static final long FIRST_DICTIONARY = 3348846648L;

    @Inject
    DecisionDocuments documents;

    @Test
    @DisplayName("核算文书压缩存放，取出时三份文本逐字节相同")
    void aDocumentComesBackByteForByte() {
        var kept = new DecisionDocument("{\"items\":[]}", "{\"benefit\":\"inpatient\"}", "{\"decision\":\"paid\"}");
        assertThat(documents.read(documents.write(kept)), equalTo(kept));
        assertThat(documents.answer(documents.write(kept)).isPresent(), equalTo(false));
    }

    @Test
    @DisplayName("答复与核算文书放在一起，各自逐字节相同")
    void anAnswerComesBackByteForByte() {
        var kept = new DecisionDocument("{\"items\":[]}", "{\"benefit\":\"inpatient\"}", "{\"decision\":\"paid\"}");
        var answer = "{\"number\":\"JS20240320\",\"personName\":\"𬱖*\"}".getBytes(StandardCharsets.UTF_8);
        var stored = documents.write(kept, answer);
        assertThat(documents.read(stored), equalTo(kept));
        assertThat(documents.answer(stored).orElseThrow(), equalTo(answer));
    }

    @Test
    @DisplayName("压缩用的词典从不改动：改动了，以前的核算文书就读不出来")
    void theFirstDictionaryIsForGood() throws IOException {
        try (var text = getClass().getResourceAsStream("/packing/1.txt")) {
            var sum = new Adler32();
            sum.update(text.readAllBytes());
            assertThat(sum.getValue(), equalTo(FIRST_DICTIONARY));
        }
    }

    @Test
    @DisplayName("未压缩的旧文书照样读得出来")
    void aDocumentOfBeforeIsRead() {
        var plain = "{\"a\": 1}\n{\"b\":2}\n{\"c\":3}".getBytes(StandardCharsets.UTF_8);
        assertThat(documents.read(plain), equalTo(new DecisionDocument("{\"a\": 1}", "{\"b\":2}", "{\"c\":3}")));
    }

    @Test
    @DisplayName("文书里反复出现的词不占地方")
    void theDictionaryServes() {
        var words = "{\"step\":\"inpatient.ratio\",\"title\":\"统筹基金支付（三级）\",\"kind\":\"fund_pays\",\"points\":\"0\"}";
        var packed = documents.write(new DecisionDocument("{}", "{}", words));
        assertThat(packed.length, lessThan(words.length() * 2 / 3));
    }
}
