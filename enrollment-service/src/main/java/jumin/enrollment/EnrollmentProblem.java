package jumin.enrollment;

import static jumin.platform.problem.ProblemKind.CONFLICT;
import static jumin.platform.problem.ProblemKind.FORBIDDEN;
import static jumin.platform.problem.ProblemKind.INVALID;
import static jumin.platform.problem.ProblemKind.NOT_FOUND;
import static jumin.platform.problem.ProblemKind.TOO_LARGE;
import static jumin.platform.problem.ProblemKind.UNPROCESSABLE;
import static jumin.platform.problem.ProblemKind.UNSUPPORTED_MEDIA;

import jumin.platform.problem.ProblemCode;
import jumin.platform.problem.ProblemKind;

/** All problems of this service. Codes are frozen in problems.lock. */
public enum EnrollmentProblem implements ProblemCode {
    DIVISION_INVALID(UNPROCESSABLE, "行政区划不符合层级"),
    DIVISION_UNKNOWN(UNPROCESSABLE, "没有此行政区划"),
    DIVISION_MOVED(CONFLICT, "行政区划的上级不能改变"),
    PERSON_UNKNOWN(NOT_FOUND, "没有此参保人"),
    PERSON_ALREADY_REGISTERED(CONFLICT, "此人已登记"),
    IDENTITY_INVALID(UNPROCESSABLE, "证件不符合要求"),
    NAME_INVALID(UNPROCESSABLE, "姓名不符合要求"),
    PERSON_FACTS_INVALID(UNPROCESSABLE, "人员信息不符合要求"),
    PERSON_MERGED(CONFLICT, "此人已合并"),
    MERGE_UNKNOWN(NOT_FOUND, "没有此合并"),
    MERGE_UNDONE(CONFLICT, "此合并已撤销"),
    MERGE_IMPLAUSIBLE(UNPROCESSABLE, "两条登记不像同一人"),
    CHANGE_EMPTY(INVALID, "没有要改的内容"),
    CHANGE_DATE_INVALID(UNPROCESSABLE, "变更日期不符合要求"),
    CHANGE_BEFORE_LAST(UNPROCESSABLE, "早于已有的变更"),
    IDENTITY_CARD_PREVAILS(UNPROCESSABLE, "以居民身份证为准"),
    SEARCH_EMPTY(INVALID, "没有查询条件"),
    HOUSEHOLD_UNKNOWN(NOT_FOUND, "没有此户"),
    HOUSEHOLD_HAS_HEAD(CONFLICT, "本户已有户主"),
    HOUSEHOLD_TAKEN(CONFLICT, "户编号已使用"),
    HOUSEHOLD_NEEDS_HEAD(UNPROCESSABLE, "本户没有户主"),
    MEMBERS_DIFFER(UNPROCESSABLE, "成员与户内登记不符"),
    TRANSFER_UNKNOWN(NOT_FOUND, "没有此迁移申请"),
    TRANSFER_OPEN(CONFLICT, "此人已有待接收的迁移"),
    TRANSFER_OF_HOUSEHOLD(CONFLICT, "随户迁移"),
    TRANSFER_DECIDED(CONFLICT, "此迁移申请已处理"),
    ALREADY_IN_A_HOUSEHOLD(CONFLICT, "此人已在另一户"),
    ENROLLMENT_UNKNOWN(NOT_FOUND, "没有此参保登记"),
    ALREADY_ENROLLED(CONFLICT, "此人本年度已参保登记"),
    PERSON_DECEASED(CONFLICT, "此人已登记死亡"),
    NOTHING_TO_END(CONFLICT, "没有可终止的参保登记"),
    ENDING_HELD(UNPROCESSABLE, "终止暂缓"),
    ENDING_NOT_HELD(CONFLICT, "终止不须县级决定"),
    ENDING_DECISION_UNKNOWN(NOT_FOUND, "没有此县级终止决定"),
    ENDING_DECISION_OPEN(CONFLICT, "已有待复核的县级终止决定"),
    ENDING_DECISION_DECIDED(CONFLICT, "县级终止决定已复核"),
    ENDING_SECOND_PERSON(FORBIDDEN, "终止须由第二人复核"),
    ENDING_UNKNOWN(NOT_FOUND, "没有此终止记录"),
    ENDING_UNDONE(CONFLICT, "此终止已撤销"),
    SCHOOL_CHANGE_INVALID(UNPROCESSABLE, "学籍变动不符合要求"),
    SCHOOL_UNKNOWN(NOT_FOUND, "没有此学校"),
    NOTICE_UNKNOWN(NOT_FOUND, "没有此告知事项"),
    NOTICE_CLOSED(CONFLICT, "此告知事项已办结"),
    STUDENT_NOT_ENROLLED(NOT_FOUND, "没有待确认的学籍"),
    STUDENT_CONFIRMED(CONFLICT, "学籍已有结论"),
    STUDENT_EVIDENCE_MISSING(UNPROCESSABLE, "没有学籍材料"),
    STUDENT_SECOND_PERSON(FORBIDDEN, "学籍须由第二人确认"),
    COVER_LIST_UNKNOWN(NOT_FOUND, "没有此参保名单"),
    COVER_LIST_UNREADABLE(UNPROCESSABLE, "参保名单不能读取"),
    COVER_LIST_NOT_READY(CONFLICT, "参保名单不能进行此步"),
    CONFLICT_UNKNOWN(NOT_FOUND, "没有此重复参保"),
    CONFLICT_DECIDED(CONFLICT, "重复参保的处理状态不符"),
    SUSPENSION_REFUSED(UNPROCESSABLE, "不能暂停或恢复"),
    SUSPENSION_STATE_DIFFERS(CONFLICT, "暂停状态不符"),
    CANCELLATION_REFUSED(CONFLICT, "不能撤销参保登记"),
    TYPE_CHANGE_REFUSED(UNPROCESSABLE, "不能变更参保类型"),
    ENROLLMENT_CHANGE_UNKNOWN(NOT_FOUND, "没有此参保变更"),
    ENROLLMENT_CHANGE_UNDONE(CONFLICT, "此参保变更已撤销"),
    ENROLLMENT_CHANGED_SINCE(CONFLICT, "其后又有变更"),
    DECEASED_NEWBORN_REFUSED(UNPROCESSABLE, "死亡新生儿不符合参保条件"),
    ENROLLMENT_ALREADY_ENDED(CONFLICT, "此参保登记已终止"),
    SUBSIDY_UNDECIDED(NOT_FOUND, "尚无资助决定"),
    REDO_UNKNOWN(NOT_FOUND, "没有此待重办的决定"),
    REDO_DECIDED(CONFLICT, "待重办的决定已处理"),
    CATEGORY_UNKNOWN(UNPROCESSABLE, "没有此人员类别"),
    CATEGORY_LIST_UNKNOWN(NOT_FOUND, "没有此名单"),
    CATEGORY_LIST_UNREADABLE(UNPROCESSABLE, "部门名单不能读取"),
    CATEGORY_LIST_ALREADY_UNDONE(CONFLICT, "此名单已撤销"),
    CATEGORY_LIST_OUTDATED(CONFLICT, "已有更新月份的全量名单"),
    CATEGORY_LIST_OVERLAPS(CONFLICT, "与本月另一份名单的区划重叠"),
    CATEGORY_LIST_NOT_PENDING(CONFLICT, "此名单不在待确认状态"),
    CATEGORY_LIST_SECOND_PERSON(FORBIDDEN, "须由第二人确认"),
    ALREADY_RECOGNISED(CONFLICT, "此人已有同类身份认定"),
    ROSTER_UNKNOWN(NOT_FOUND, "没有此导入"),
    ROSTER_ALREADY_IMPORTED(CONFLICT, "此文件已导入"),
    ROSTER_NOT_A_WORKBOOK(UNSUPPORTED_MEDIA, "不是 xlsx 工作簿或文本"),
    ROSTER_TOO_LARGE(TOO_LARGE, "工作簿过大"),
    ROSTER_PAID_ALREADY(CONFLICT, "导入的人员已有缴费"),
    ROSTER_FILE_MISSING(INVALID, "没有上传文件"),
    ROSTER_NOT_READY(CONFLICT, "导入还不能进行此步"),
    PAPER_UNKNOWN(NOT_FOUND, "没有此单据"),
    PAPER_SUBJECT_UNKNOWN(UNPROCESSABLE, "没有开具单据的对象"),
    PAPER_TOO_LONG(UNPROCESSABLE, "名册人数过多"),
    PAPER_PURPOSE_MISSING(UNPROCESSABLE, "没有写明用途"),
    UNMASKING_NOT_ALLOWED(FORBIDDEN, "无权开具全号单据"),
    RELEASE_NOT_KEPT(UNPROCESSABLE, "没有保存该规则版本"),
    GRANT_INVALID(UNPROCESSABLE, "资助标准填写有误"),
    GRANT_NOT_PENDING(CONFLICT, "此资助标准不在待复核状态"),
    GRANT_SECOND_PERSON(FORBIDDEN, "资助标准须由第二人复核"),
    ELSEWHERE_AID_UNKNOWN(NOT_FOUND, "没有此异地参保资助申请"),
    ELSEWHERE_AID_REFUSED(UNPROCESSABLE, "不能受理异地参保资助"),
    ELSEWHERE_AID_CLAIMED(CONFLICT, "该年度的异地参保资助已申请"),
    ELSEWHERE_AID_DECIDED(CONFLICT, "异地参保资助已复核"),
    ELSEWHERE_AID_SECOND_PERSON(FORBIDDEN, "异地参保资助须由第二人复核"),
    TARGET_INVALID(UNPROCESSABLE, "参保任务不合理"),
    LAW_UNKNOWN(UNPROCESSABLE, "统筹区没有法规数据");

    private final ProblemKind kind;
    private final String title;

    EnrollmentProblem(ProblemKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
