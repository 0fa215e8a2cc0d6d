/** 表格读取：工作簿和文本，逐行、宽容；花名册和各种名单共用 */
@NullMarked
package jumin.enrollment.table;

import org.jspecify.annotations.NullMarked;
