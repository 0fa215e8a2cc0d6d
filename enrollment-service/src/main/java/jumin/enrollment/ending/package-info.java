/** 参保关系的暂停、恢复、终止与变更：先试算效果与依据，再办理，可按规定撤销 */
@NullMarked
package jumin.enrollment.ending;

import org.jspecify.annotations.NullMarked;
