package jumin.demo.http;

/**
 * 登场的人和机器 with their logins.
 *
 * <p>People log in with user name and password, machines with their client's own secret.
 */
public enum Actor {
    HELPER("helper", false, "陈小满（青石村协管员）"),
    CLERK("clerk", false, "刘立夏（清泉镇经办）"),
    OTHER_CLERK("clerk2", false, "黄谷雨（白云镇经办）"),
    REVIEWER("reviewer", false, "周秋分（袁州区初审）"),
    APPROVER("approver", false, "吴白露（袁州区复核）"),
    SECOND_APPROVER("approver2", false, "何寒露（袁州区复核）"),
    FINANCE("finance", false, "郑小雪（袁州区财务）"),
    SCHOOL("school", false, "孙清明（清泉中学）"),
    POLICY("policy", false, "徐立春（市政策岗）"),
    SECOND_POLICY("policy2", false, "胡惊蛰（市政策岗）"),
    AUDITOR("auditor", false, "朱冬至（市审计）"),
    ADMIN("admin", false, "高夏至（系统管理）"),
    TAX_BUREAU("tax-bureau", true, "袁州区税务局"),
    HOSPITAL("hospital-tertiary", true, "宜春市示范医院"),
    CIVIL_AFFAIRS("civil-affairs", true, "袁州区民政局");

    private final String login;
    private final boolean machine;
    private final String title;

    Actor(String login, boolean machine, String title) {
        this.login = login;
        this.machine = machine;
        this.title = title;
    }

    public String title() {
        return title;
    }

    String login() {
        return login;
    }

    boolean machine() {
        return machine;
    }
}
