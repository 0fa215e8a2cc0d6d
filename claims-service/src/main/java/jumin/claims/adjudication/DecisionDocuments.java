package jumin.claims.adjudication;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import jumin.platform.sql.Packed;

/**
 * How documents are stored: their three texts, a line each (JSON has no line breaks but between its words), packed. The answer
 * to the message that asked for the decision says much the same, and so stands with it as a fourth.
 */
@Singleton
public class DecisionDocuments {

    private static final int TEXTS = 3;

    private final Packed packed;

    DecisionDocuments(Packed packed) {
        this.packed = packed;
    }

    public byte[] write(DecisionDocument document) {
        return packed.pack(lines(document).getBytes(StandardCharsets.UTF_8));
    }

    /** @param answer JSON in one line, which {@link #answer} gives back byte for byte */
    public byte[] write(DecisionDocument document, byte[] answer) {
        var lines = (lines(document) + '\n').getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(lines, lines.length + answer.length);
        System.arraycopy(answer, 0, all, lines.length, answer.length);
        return packed.pack(all);
    }

    private static String lines(DecisionDocument document) {
        return document.bill() + '\n' + document.facts() + '\n' + document.decision();
    }

    public DecisionDocument read(byte[] stored) {
        var texts = texts(stored);
        if (texts.length < TEXTS) {
            throw new IllegalStateException("a stored decision has " + texts.length + " texts");
        }
        return new DecisionDocument(texts[0], texts[1], texts[2]);
    }

    /** The answer that was stored with a document; none where it is stored apart. */
    public Optional<byte[]> answer(byte[] stored) {
        var texts = texts(stored);
        return texts.length == TEXTS ? Optional.empty() : Optional.of(texts[TEXTS].getBytes(StandardCharsets.UTF_8));
    }

    private String[] texts(byte[] stored) {
        return new String(packed.unpack(stored), StandardCharsets.UTF_8).split("\n", TEXTS + 1);
    }
}
