package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import jumin.contribution.law.Laws;
import jumin.contribution.law.Words;
import jumin.regulation.fact.Vocabulary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 退费情形: the words in which a refund may be asked for; which of them an area grants its article says. */
@ApplicationScoped
public class RefundCauses {

    private static final String SURPLUS = "多缴或重复缴费";

    private final Laws laws;
    private final Words words;

    RefundCauses(Laws laws, Words words) {
        this.words = words;
        this.laws = laws;
    }

    /** 一种退费情形. */
    public record RefundCause(
            @Schema(description = "代码", examples = "household_migration")
            String cause,

            @Schema(description = "名称", examples = "户籍迁移") String title) {}

    /** In words, whether or not the law of the year is there any more. */
    public String title(String area, int benefitYear, String cause) {
        return cause.equals(RefundSubmission.SURPLUS) ? SURPLUS : words.refundEvent(area, benefitYear, cause);
    }

    /** What may be asked for; whether it is granted the article says. Nothing where the law of the year is not there. */
    public List<RefundCause> of(String area, int benefitYear) {
        return laws.of(area, benefitYear)
                .map(law -> Vocabulary.of(law).words("refund_event"))
                .map(words -> Stream.concat(
                                Stream.of(new RefundCause(RefundSubmission.SURPLUS, SURPLUS)),
                                words.words().stream()
                                        .map(word -> new RefundCause(word, words.title(words.number(word)))))
                        .toList())
                .orElse(List.of());
    }
}
