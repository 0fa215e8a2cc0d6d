/** 人员类别与部门名单 */
@NullMarked
package jumin.enrollment.category;

import org.jspecify.annotations.NullMarked;
