/** 参保任务与进度 */
@NullMarked
package jumin.enrollment.progress;

import org.jspecify.annotations.NullMarked;
