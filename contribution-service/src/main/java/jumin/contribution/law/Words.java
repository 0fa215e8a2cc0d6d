package jumin.contribution.law;

import jakarta.enterprise.context.ApplicationScoped;
import jumin.regulation.fact.Vocabulary;

/** 名称: the Chinese words of codes that the law's data declare. */
@ApplicationScoped
public class Words {

    private final Laws laws;

    Words(Laws laws) {
        this.laws = laws;
    }

    /** 资助身份; a code that the law of the year does not name stays as it is, since somebody must be able to ask for it. */
    public String category(String area, int benefitYear, String code) {
        return titled("category", area, benefitYear, code);
    }

    /** 退费情形 as the law of the year names it. */
    public String refundEvent(String area, int benefitYear, String code) {
        return titled("refund_event", area, benefitYear, code);
    }

    private String titled(String list, String area, int benefitYear, String code) {
        return code == null || code.isEmpty()
                ? ""
                : laws.of(area, benefitYear)
                        .flatMap(law -> Vocabulary.of(law).titled(list, code))
                        .orElse(code);
    }
}
