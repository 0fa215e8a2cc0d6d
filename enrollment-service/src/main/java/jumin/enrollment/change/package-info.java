/** 参保类型变更：先试算待遇、资助和缴费的变化，再办理，可撤销 */
@NullMarked
package jumin.enrollment.change;

import org.jspecify.annotations.NullMarked;
