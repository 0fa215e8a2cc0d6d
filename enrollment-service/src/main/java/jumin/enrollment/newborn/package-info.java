/** 死亡新生儿：父母参保核对、试算和死后登记 */
@NullMarked
package jumin.enrollment.newborn;

import org.jspecify.annotations.NullMarked;
