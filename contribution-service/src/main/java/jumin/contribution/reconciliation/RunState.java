package jumin.contribution.reconciliation;

/** 对账批次的状态. */
enum RunState {
    COMPARING("比对中"),
    OPEN("处理中"),
    SIGNED("一人已签认"),
    CLOSED("两人已签认，已关闭"),
    WITHDRAWN("已撤回");

    private final String title;

    RunState(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
