package jumin.regulation.fact;

/** 由谁陈述：who may state a fact that no register of ours knows; what nobody is named for is not stated at all. */
public enum StatedBy {
    /** 定点医疗机构随账单陈述 */
    PROVIDER,
    /** 经办机构核定，须另一人审批 */
    AGENCY
}
