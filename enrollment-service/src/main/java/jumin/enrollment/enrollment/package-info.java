/** 参保登记 */
@NullMarked
package jumin.enrollment.enrollment;

import org.jspecify.annotations.NullMarked;
