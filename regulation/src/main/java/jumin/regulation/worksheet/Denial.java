package jumin.regulation.worksheet;

import jumin.regulation.law.Citation;

/** 不予支付、暂缓或提示的原因：a stable code, its Chinese sentence, and the article. */
public record Denial(String code, String title, Citation citation) {}
