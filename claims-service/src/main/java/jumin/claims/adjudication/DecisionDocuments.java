package jumin.claims.adjudication;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import jumin.platform.sql.Packed;

/** How documents are stored: their three texts, a line each (JSON has no line breaks but between its words), packed. */
@Singleton
public class DecisionDocuments {

    private static final int TEXTS = 3;

    private final Packed packed;

    DecisionDocuments(Packed packed) {
        this.packed = packed;
    }

    public byte[] write(DecisionDocument document) {
        var lines = document.bill() + '\n' + document.facts() + '\n' + document.decision();
        return packed.pack(lines.getBytes(StandardCharsets.UTF_8));
    }

    public DecisionDocument read(byte[] stored) {
        var texts = new String(packed.unpack(stored), StandardCharsets.UTF_8).split("\n", -1);
        if (texts.length != TEXTS) {
            throw new IllegalStateException("a stored decision has " + texts.length + " texts");
        }
        return new DecisionDocument(texts[0], texts[1], texts[2]);
    }
}
