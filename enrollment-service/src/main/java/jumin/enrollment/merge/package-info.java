/** 重复登记：发现、合并、撤销合并 */
@NullMarked
package jumin.enrollment.merge;

import org.jspecify.annotations.NullMarked;
