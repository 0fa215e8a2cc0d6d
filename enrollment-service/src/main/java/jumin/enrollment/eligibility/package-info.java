/** 参保资格、参保地、新生儿参保年度：只问法规，不存任何内容 */
@NullMarked
package jumin.enrollment.eligibility;

import org.jspecify.annotations.NullMarked;
