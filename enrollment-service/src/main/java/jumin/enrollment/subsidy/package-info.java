/** 资助参保 */
@NullMarked
package jumin.enrollment.subsidy;

import org.jspecify.annotations.NullMarked;
