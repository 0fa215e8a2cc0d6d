/** 打印 */
@NullMarked
package jumin.paper;

import org.jspecify.annotations.NullMarked;
