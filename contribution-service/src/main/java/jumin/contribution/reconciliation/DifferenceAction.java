package jumin.contribution.reconciliation;

/** 差异的处理方式; each leaves who, when and a note. */
public enum DifferenceAction {
    COLLECT_REST("已通知本人补缴"),
    RETURN_SURPLUS("已办理退回"),
    ASSIGN_TO_PERSON("已归属到人"),
    RETURN_TO_PAYER("已退回缴款账户"),
    REGISTER_PERSON("已补办参保登记"),
    ACCEPT_LATE("按征缴期后缴费核定待遇"),
    ACCEPT_EARLY("已认可征缴期前缴费，计入应缴"),
    TAX_RESENDS("税务机关补推"),
    TAX_CORRECTS("税务机关更正"),
    EXPLAINED("已查明，无需处理");

    private final String title;

    DifferenceAction(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
