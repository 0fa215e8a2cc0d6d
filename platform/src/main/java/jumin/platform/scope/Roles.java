package jumin.platform.scope;

/** The roles of the realm. Names are what the token says; the Chinese is what people say. */
public final class Roles {

    /** 村协管员 */
    public static final String VILLAGE_HELPER = "village_helper";

    /** 乡镇经办 */
    public static final String TOWNSHIP_CLERK = "township_clerk";

    /** 县初审 */
    public static final String COUNTY_REVIEWER = "county_reviewer";

    /** 县复核 */
    public static final String COUNTY_APPROVER = "county_approver";

    /** 财务 */
    public static final String FINANCE = "finance";

    /** 税务 (machine) */
    public static final String TAX = "tax";

    /** 医院 (machine) */
    public static final String HOSPITAL = "hospital";

    /** 部门 (machine): a department that recognises special groups. */
    public static final String DEPARTMENT = "department";

    /** 学校 */
    public static final String SCHOOL = "school";

    /** 政策 */
    public static final String POLICY = "policy";

    /** 审计 */
    public static final String AUDITOR = "auditor";

    /** 系统管理 */
    public static final String SYSTEM_ADMIN = "system_admin";

    /** Our own services among each other. */
    public static final String SERVICE = "service";

    private Roles() {}
}
