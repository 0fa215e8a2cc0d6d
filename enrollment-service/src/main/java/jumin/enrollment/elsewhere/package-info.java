/** 异地参保的资助 */
@NullMarked
package jumin.enrollment.elsewhere;

import org.jspecify.annotations.NullMarked;
