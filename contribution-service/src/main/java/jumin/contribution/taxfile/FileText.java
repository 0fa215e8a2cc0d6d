package jumin.contribution.taxfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jumin.contribution.ContributionProblem;
import jumin.platform.problem.ProblemException;

/**
 * 税务文件的文本: lines in UTF-8 or GB18030, told apart by their bytes; never a character replaced in silence.
 *
 * @param trailerAt where the last line begins: what the checksum covers ends here
 */
record FileText(Charset charset, List<String> lines, int trailerAt) {

    static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private record Span(int from, int to) {}

    static FileText of(byte[] bytes) {
        var spans = withoutCutEnd(bytes, spans(bytes));
        var charset = charset(bytes, spans);
        var lines = new ArrayList<String>();
        for (var span : spans) {
            lines.add(decoded(bytes, span, charset)
                    .orElseThrow(
                            () -> refused("第 " + (lines.size() + 1) + " 行既不是 UTF-8 也不是 GB18030；请用其中一种重新导出。未保存任何内容。")));
        }
        return new FileText(
                charset,
                List.copyOf(lines),
                spans.isEmpty() ? 0 : spans.getLast().from());
    }

    /** What was cut may end inside a character: a last line that is no trailer is left out, so that the missing trailer is told. */
    private static List<Span> withoutCutEnd(byte[] bytes, List<Span> spans) {
        if (spans.size() < 2) {
            return spans;
        }
        var last = spans.getLast();
        var trailer = last.to() - last.from() > 1 && bytes[last.from()] == 'T' && bytes[last.from() + 1] == '|';
        return trailer ? spans : spans.subList(0, spans.size() - 1);
    }

    /** A file is in one encoding. Lines that are Chinese in UTF-8 beside lines that are not UTF-8 mean that two were mixed. */
    private static Charset charset(byte[] bytes, List<Span> spans) {
        if (spans.stream()
                .allMatch(span -> decoded(bytes, span, StandardCharsets.UTF_8).isPresent())) {
            return StandardCharsets.UTF_8;
        }
        var chinese = new ArrayList<Integer>();
        for (var i = 0; i < spans.size(); i++) {
            if (looksLikeChineseUtf8(bytes, spans.get(i))) {
                chinese.add(i + 1);
            }
        }
        if (chinese.isEmpty()) {
            return GB18030;
        }
        throw refused("文件混用了 UTF-8 和 GB18030（UTF-8 的行："
                + chinese.stream().limit(5).map(String::valueOf).collect(Collectors.joining("、"))
                + (chinese.size() > 5 ? " 等" : "") + "）；请用一种编码重新导出。未保存任何内容。");
    }

    private static boolean looksLikeChineseUtf8(byte[] bytes, Span span) {
        var ascii = true;
        for (var i = span.from(); i < span.to(); i++) {
            ascii &= bytes[i] >= 0;
        }
        return !ascii
                && decoded(bytes, span, StandardCharsets.UTF_8)
                        .filter(text -> text.chars().allMatch(c -> c < 0x80 || c >= 0x3000 && c < 0xA000))
                        .isPresent();
    }

    private static java.util.Optional<String> decoded(byte[] bytes, Span span, Charset charset) {
        try {
            return java.util.Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, span.from(), span.to() - span.from()))
                    .toString());
        } catch (CharacterCodingException other) {
            return java.util.Optional.empty();
        }
    }

    /** Lines without their ends, and without a byte order mark. 0x0A is never part of a character in either encoding. */
    private static List<Span> spans(byte[] bytes) {
        var spans = new ArrayList<Span>();
        var from = java.util.Arrays.mismatch(bytes, MARK) >= MARK.length ? MARK.length : 0;
        for (var i = from; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                var to = i > from && bytes[i - 1] == '\r' ? i - 1 : i;
                if (to > from) {
                    spans.add(new Span(from, to));
                }
                from = i + 1;
            }
        }
        return spans;
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ContributionProblem.PAYMENT_FILE_ENCODING, detail);
    }
}
