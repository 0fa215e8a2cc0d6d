/** 花名册导入 */
@NullMarked
package jumin.enrollment.roster;

import org.jspecify.annotations.NullMarked;
