/** 户与户内成员 */
@NullMarked
package jumin.enrollment.household;

import org.jspecify.annotations.NullMarked;
